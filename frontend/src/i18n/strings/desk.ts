import { dictionary } from "../dictionary";

/** The strings of the organiser's record desk: its frame and the verbatim. */
export interface DeskStrings {
	title: string;
	back: string;
	tabs: { verbatim: string; quotes: string; communique: string };
	loading: string;
	forbidden: string;
	failed: string;
	stale: string;
	/** Why something was not done, by the server's code; `other` for the rest. */
	faults: Record<
		| "nothing"
		| "changed"
		| "several_speakers"
		| "several_languages"
		| "conflict"
		| "tooMuch"
		| "lost"
		| "other",
		string
	>;
	empty: string;
	emptyHelp: string;
	lines: (n: number) => string;
	search: string;
	everybody: string;
	speaker: string;
	noneFound: string;
	beforeItems: string;
	listen: (time: string) => string;
	stopListening: string;
	edit: string;
	words: string;
	whoSpoke: string;
	save: string;
	cancel: string;
	saved: string;
	undo: string;
	undone: string;
	struck: string;
	strike: string;
	struckOut: string;
	versions: (n: number) => string;
	version: (n: number, time: string) => string;
	writers: { machine: string; captioner: string; editor: string };
	restore: string;
	mark: string;
	markHelp: string;
	addMarked: string;
	basket: string;
	basketHelp: string;
	makeQuote: string;
	clearBasket: string;
	quoted: (n: number) => string;
	made: string;
	compare: string;
	compareHelp: string;
	saveAs: string;
}

export const desk = /* @__PURE__ */ dictionary<DeskStrings>({
	en: () => import("../en/desk"),
	kk: () => import("../kk/desk"),
	ko: () => import("../ko/desk"),
	ru: () => import("../ru/desk"),
});
