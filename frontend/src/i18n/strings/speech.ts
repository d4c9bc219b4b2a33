import type { SpeechFault } from "@/wire/protocol";
import { dictionary } from "../dictionary";

/** The strings of the text that is given to the booths. */
export interface SpeechStrings {
	/** On the speaker's own page. */
	mine: string;
	mineNote: string;
	/** On the chair's page. */
	texts: (given: number) => string;
	textsNote: string;
	whose: string;
	hasGiven: (name: string) => string;
	none: string;
	text: string;
	file: string;
	fileNote: string;
	chosen: (name: string) => string;
	dropFile: string;
	language: string;
	embargo: string;
	embargoNote: string;
	check: string;
	checkNote: string;
	give: string;
	nothingToGive: string;
	saving: string;
	given: (at: string) => string;
	words: (n: number) => string;
	read: string;
	replace: string;
	cancel: string;
	takeBack: string;
	tookBack: string;
	undo: string;
	tryAgain: string;
	trouble: Record<SpeechFault | "not_sent" | "too_often" | "not_allowed", string>;
}

export const speech = /* @__PURE__ */ dictionary<SpeechStrings>({
	en: () => import("../en/speech"),
	kk: () => import("../kk/speech"),
	ko: () => import("../ko/speech"),
	ru: () => import("../ru/speech"),
});
