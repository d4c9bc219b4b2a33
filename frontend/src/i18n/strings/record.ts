import { dictionary } from "../dictionary";

/** The strings of the page of a meeting's record. */
export interface RecordStrings {
	record: string;
	loading: string;
	failed: string;
	notKept: string;
	recordingOff: string;
	making: string;
	makingNote: string;
	beingHeld: string;
	video: string;
	play: string;
	pause: string;
	position: string;
	of: (at: string, all: string) => string;
	volume: string;
	speed: string;
	times: (n: string) => string;
	fullScreen: string;
	language: string;
	original: string;
	captions: string;
	noCaptions: string;
	chapters: string;
	timeline: string;
	verbatim: string;
	noLines: string;
	readIn: string;
	asSaid: string;
	search: string;
	searchHelp: string;
	found: (n: number) => string;
	notFound: string;
	searchFailed: string;
	clear: string;
	follow: string;
	goTo: (name: string, time: string) => string;
	notInVideo: string;
	spoke: string;
	speaker: string;
	time: string;
	share: string;
	nobodySpoke: string;
	documents: string;
	verbatimAs: (format: string) => string;
	communique: string;
	videoFile: string;
	soundFile: (name: string) => string;
	captionsFile: (language: string) => string;
	readers: string;
	readersNote: string;
	readersOf: Record<"nobody" | "seats" | "public", string>;
	readersFailed: string;
	bag: string;
}

export const record = /* @__PURE__ */ dictionary<RecordStrings>({
	en: () => import("../en/record"),
	kk: () => import("../kk/record"),
	ko: () => import("../ko/record"),
	ru: () => import("../ru/record"),
});
