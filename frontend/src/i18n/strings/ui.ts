import type { GoodbyeReason } from "@/wire/protocol";
import { dictionary } from "../dictionary";

/** The strings of the shared components. */
export interface UiStrings {
	skip: string;
	pageLanguage: string;
	theme: string;
	themes: { system: string; light: string; dark: string };
	connecting: string;
	lost: (since: string) => string;
	nextTry: (seconds: number) => string;
	tryingNow: string;
	goodbye: Record<GoodbyeReason, string>;
	goodbyeDo: Record<GoodbyeReason, string>;
	continueHere: string;
	notices: string;
	dismiss: string;
	level: string;
	present: (n: number) => string;
	presentOf: (present: number, expected: number) => string;
	expectedSeats: (n: number) => string;
	rostrum: string;
	others: string;
	chamber: string;
	chamberHint: string;
	asList: string;
	handsUp: (n: number) => string;
	legend: string;
	legendPresent: string;
	legendExpected: string;
	legendHand: string;
	legendFloor: string;
	now: string;
	emptyAgenda: string;
}

export const ui = /* @__PURE__ */ dictionary<UiStrings>({
	en: () => import("../en/ui"),
	kk: () => import("../kk/ui"),
	ko: () => import("../ko/ui"),
	ru: () => import("../ru/ui"),
});
