import type { CheckSteps, CheckVerdict } from "@/wire/protocol";
import { dictionary } from "../dictionary";

type Step = keyof CheckSteps;

/** The strings of the page "Can I take part?". */
export interface CheckStrings {
	title: string;
	lead: string;
	/** Who gets the result. */
	told: string;
	as: (name: string) => string;
	name: string;
	nameNote: string;
	begin: string;
	again: string;
	back: string;
	steps: Record<Step, string>;
	states: {
		waiting: string;
		running: string;
		asking: string;
		passed: string;
		failed: string;
		skipped: string;
	};
	tone: { question: string; yes: string; no: string; again: string };
	microphone: { question: string; note: string; yes: string; no: string; speak: string; nothing: string };
	camera: {
		question: string;
		note: string;
		yes: string;
		no: string;
		look: string;
		seen: string;
		unseen: string;
	};
	returning: string;
	took: (ms: number) => string;
	delay: (ms: number) => string;
	/** The share of the sound that was lost, from 0 to 1. */
	loss: (share: number) => string;
	rate: (perSecond: number) => string;
	/** What to do about what failed, beside what is said of devices and browsers elsewhere. */
	mend: {
		busy: string;
		unreached: string;
		udp: string;
		tcp: string;
		neither: string;
		loudspeaker: string;
		quiet: string;
		dark: string;
		sound: string;
		picture: string;
	};
	verdict: Record<CheckVerdict, string>;
	next: Record<CheckVerdict, string>;
	sending: string;
	sent: string;
	unsent: string;
	gone: string;
}

export const check = /* @__PURE__ */ dictionary<CheckStrings>({
	en: () => import("../en/check"),
	kk: () => import("../kk/check"),
	ko: () => import("../ko/check"),
	ru: () => import("../ru/check"),
});
