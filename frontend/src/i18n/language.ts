import { effect, type Signal, signal } from "@preact/signals";

/** A language of the pages; the languages of a meeting can be any. */
export type Language = "en" | "kk" | "ko" | "ru";

export const LANGUAGES: readonly Language[] = ["en", "kk", "ko", "ru"];

const STORED = "hemicycle:language";

function isLanguage(code: string | null | undefined): code is Language {
	return LANGUAGES.includes(code as Language);
}

/**
 * The first of `wished` (BCP 47 tags, the dearest first) that the pages speak; English if none.
 */
export function choose(wished: readonly (string | null | undefined)[]): Language {
	for (const tag of wished) {
		const code = tag?.toLowerCase().split("-")[0];
		if (isLanguage(code)) return code;
	}
	return "en";
}

function stored(): string | null {
	try {
		return localStorage.getItem(STORED);
	} catch {
		return null; // Storage is barred: the choice lasts as long as the page.
	}
}

function wished(): (string | null)[] {
	if (typeof document === "undefined") return [];
	return [new URLSearchParams(location.search).get("lang"), stored(), ...navigator.languages];
}

/** The language of the page: from `?lang=`, else as chosen before, else as the browser wishes. */
export const language: Signal<Language> = signal(choose(wished()));

/** Remembers the language in this browser, for the next page. */
export function remember(code: Language): void {
	try {
		localStorage.setItem(STORED, code);
	} catch {
		// Storage is barred: the choice lasts as long as the page.
	}
}

if (typeof document !== "undefined") {
	effect(() => {
		document.documentElement.lang = language.value;
	});
}
