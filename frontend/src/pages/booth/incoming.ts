/** What an interpreter listens to: chosen by hand, or beforehand for a language of the floor. Pure. */

import { browserMemory, type Memory } from "@/state";
import type { View } from "@/wire/protocol";
import { primary } from "./booth-state";

/** A booth by its language; null: the original. */
export type Source = string | null;

/** What is listened to when the floor is in a language, by the language itself (`ko` of `ko-KR`). */
export type Preselection = Readonly<Record<string, Source>>;

/** A choice by hand: it holds for as long as the floor stays in this language. */
export interface ByHand {
	language: string | null;
	source: Source;
}

/** The booths that can be listened to in place of the original: all but my own. */
export function otherBooths(view: View, mine: string): string[] {
	return Object.keys(view.booths).filter((booth) => booth !== mine);
}

/** The language of the floor: of whoever was given it last and has an open microphone; null: nobody. */
export function floorLanguage(view: View): string | null {
	return view.floor.findLast(({ microphone }) => microphone)?.language ?? null;
}

/** What to listen to while the floor is in a language. A booth that there is no more counts for nothing. */
export function sourceFor(
	language: string | null,
	byHand: ByHand | null,
	preselection: Preselection,
	booths: readonly string[],
): Source {
	const there = (source: Source | undefined): Source =>
		source !== undefined && source !== null && booths.includes(source) ? source : null;
	if (byHand && byHand.language === (language === null ? null : primary(language)))
		return there(byHand.source);
	return language === null ? null : there(preselection[primary(language)]);
}

/** A preselection with one language set; null, the original, is what there is without one. */
export function preselected(before: Preselection, language: string, source: Source): Preselection {
	const { [primary(language)]: _, ...others } = before;
	return source === null ? others : { ...others, [primary(language)]: source };
}

/** The languages that the floor may speak and this booth has to interpret, as the meeting has them. */
export function floorLanguages(languages: readonly string[], mine: string): string[] {
	const found = new Map(languages.map((language) => [primary(language), language]));
	found.delete(primary(mine));
	return [...found.values()];
}

/** What was preselected before in this browser, for a booth of a meeting. */
export function preselectionRemembered(
	meeting: string,
	booth: string,
	memory: Memory | null = browserMemory(),
): Preselection {
	try {
		const kept: unknown = JSON.parse(memory?.getItem(storedAs(meeting, booth)) ?? "{}");
		if (typeof kept !== "object" || kept === null) return {};
		const texts = Object.entries(kept).filter(
			(entry): entry is [string, string] => typeof entry[1] === "string",
		);
		return Object.fromEntries(texts);
	} catch {
		return {};
	}
}

/** Remembers it for the next time. */
export function rememberPreselection(
	meeting: string,
	booth: string,
	preselection: Preselection,
	memory: Memory | null = browserMemory(),
): void {
	try {
		memory?.setItem(storedAs(meeting, booth), JSON.stringify(preselection));
	} catch {
		// Storage is full: the choice lasts as long as the page.
	}
}

function storedAs(meeting: string, booth: string): string {
	return `hemicycle:preselection:${meeting}:${booth}`;
}
