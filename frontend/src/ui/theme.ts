import { effect, type Signal, signal } from "@preact/signals";

/** Light or dark by hand; "system" follows the browser. */
export type Theme = "system" | "light" | "dark";

const STORED = "hemicycle:theme";
const THEMES: readonly (string | null | undefined)[] = ["system", "light", "dark"];

function isTheme(kept: string | null | undefined): kept is Theme {
	return THEMES.includes(kept);
}

/**
 * As it was chosen in this browser; without a choice, as the page's HTML has it (`data-own-theme`).
 */
function first(): Theme {
	if (typeof document === "undefined") return "system";
	const { ownTheme } = document.documentElement.dataset;
	try {
		const kept = localStorage.getItem(STORED);
		if (isTheme(kept)) return kept;
	} catch {
		// Storage is barred.
	}
	return isTheme(ownTheme) ? ownTheme : "system";
}

/** The page's theme, as chosen before in this browser. */
export const theme: Signal<Theme> = signal(first());

const began = theme.peek();
let chosen = false;

/** Puts the theme on the page, and remembers a choice. */
function keep(): void {
	const { dataset } = document.documentElement;
	if (theme.value === "system") delete dataset.theme;
	else dataset.theme = theme.value;
	chosen ||= theme.value !== began;
	// A page's own theme is no choice: it must not reach the other pages of this browser.
	if (!chosen) return;
	try {
		localStorage.setItem(STORED, theme.value);
	} catch {
		// Storage is barred: the choice lasts as long as the page.
	}
}

if (typeof document !== "undefined") effect(keep);
