import { dictionary } from "../dictionary";

/** The words of the record: off and on it, and how the recording goes. */
export interface RecordingStrings {
	/** The band across every page while nothing is kept. */
	band: { title: string; body: string; since: (hour: string) => string };
	stop: string;
	stopQuestion: string;
	stopConfirm: string;
	stopped: string;
	resume: string;
	resumeQuestion: string;
	resumeConfirm: string;
	resumed: string;
	/** The server keeps no recording at all. */
	none: string;
	kept: string;
	trouble: { disk_low: string; disk_full: string; cannot_write: string; too_slow: string };
	video: (percent: string) => string;
	videoReady: string;
}

export const recording = /* @__PURE__ */ dictionary<RecordingStrings>({
	en: () => import("../en/recording"),
	kk: () => import("../kk/recording"),
	ko: () => import("../ko/recording"),
	ru: () => import("../ru/recording"),
});
