import type { Phase } from "@/wire/protocol";
import { dictionary } from "../dictionary";

/** The strings of the public programme. */
export interface ProgrammeStrings {
	state: Record<Phase, string>;
	stateNote: Record<Phase, string>;
	organiser: string;
	place: string;
	date: string;
	time: string;
	duration: string;
	hours: (n: number) => string;
	minutes: (n: number) => string;
	languages: string;
	agenda: string;
	speakers: string;
	chamber: string;
	chamberNote: string;
	onRecord: string;
	offRecord: string;
	enter: string;
	/** The words of the link to the check. */
	check: string;
	loading: string;
	unknown: string;
	failed: string;
}

export const programme = /* @__PURE__ */ dictionary<ProgrammeStrings>({
	en: () => import("../en/programme"),
	kk: () => import("../kk/programme"),
	ko: () => import("../ko/programme"),
	ru: () => import("../ru/programme"),
});
