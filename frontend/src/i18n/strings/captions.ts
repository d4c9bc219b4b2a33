import { dictionary } from "../dictionary";

/** What is said about captions. A language comes by its name in the page's language. */
export interface CaptionsStrings {
	title: string;
	off: string;
	/** In the language that is spoken. */
	original: string;
	originalNote: string;
	size: string;
	sizes: [string, string, string, string];
	contrast: string;
	offer: string;
	accept: string;
	decline: string;
	/** Where no line has come yet. */
	waiting: string;
	/** What is spoken now is in a language that nobody writes. */
	notWritten: (language: string) => string;
	offRecord: string;
	byMachine: string;
	byCaptioner: string;
	newest: string;
	/** For the chair. */
	behind: (seconds: number) => string;
	stopped: string;
	notStored: string;
	/** For the captioner. */
	desk: string;
	writeIn: string;
	instead: string;
	insteadNote: string;
	speaker: string;
	onFloor: string;
	others: string;
	line: string;
	lineNote: string;
	send: string;
	lines: string;
	noLines: string;
	correct: string;
	corrected: string;
	save: string;
	cancel: string;
	strike: string;
	sending: string;
	again: string;
	drop: string;
	notOpen: string;
}

export const captions = /* @__PURE__ */ dictionary<CaptionsStrings>({
	en: () => import("../en/captions"),
	kk: () => import("../kk/captions"),
	ko: () => import("../ko/captions"),
	ru: () => import("../ru/captions"),
});
