import { dictionary } from "../dictionary";

/** The words of the chair's panel of the booths. A booth comes by its language's name. */
export interface ChairBoothsStrings {
	title: string;
	/** Over the languages that are spoken on the floor. */
	floor: string;
	listeners: (n: number) => string;
	nobody: string;
	/** What a booth interprets from. */
	fromOriginal: string;
	fromBooth: (booth: string) => string;
	held: string;
	asked: string;
	level: (booth: string) => string;
	unmeasured: string;
	listenIn: { short: string; full: (booth: string) => string };
	listening: (booth: string) => string;
	listenOut: string;
	stop: { short: string; full: (booth: string) => string; question: (booth: string) => string; done: string };
	stopConfirm: string;
	trouble: { empty: string; lost: string; silent: string };
	/** For ears: the trouble with the booth that has it. */
	troubleIn: (booth: string, trouble: string) => string;
}

export const chairBooths = /* @__PURE__ */ dictionary<ChairBoothsStrings>({
	en: () => import("../en/chair-booths"),
	kk: () => import("../kk/chair-booths"),
	ko: () => import("../ko/chair-booths"),
	ru: () => import("../ru/chair-booths"),
});
