import { dictionary } from "../dictionary";

/** The strings of what an interpreter hears and sends. */
export interface BoothSoundStrings {
	incoming: {
		title: string;
		original: string;
		/** After the name of a booth in which nobody is live. */
		nobody: string;
		liveNow: string;
		/** What is heard. */
		hears: {
			original: string;
			booth: (language: string) => string;
			passing: (language: string) => string;
			empty: (language: string) => string;
			lost: (language: string) => string;
			silent: (language: string) => string;
		};
		pivotTold: string;
		preselect: string;
		preselectNote: string;
		whenFloor: (language: string) => string;
		notMine: (language: string) => string;
		volume: string;
		bass: string;
		treble: string;
		/** A loudness, with its sign. */
		decibels: (n: string) => string;
		flat: string;
		level: string;
		limited: (decibels: number) => string;
		unlock: string;
		mediaLost: string;
	};
	outgoing: {
		title: (language: string) => string;
		turnOn: string;
		turnOnNote: string;
		cough: string;
		coughHeld: string;
		coughNote: string;
		mute: string;
		unmute: string;
		slow: string;
		slowAsked: string;
		slowNote: string;
		check: string;
		checkTaking: string;
		checkPlaying: string;
		checkNote: string;
		devices: string;
		processed: string;
		processedNote: string;
		turnOff: string;
	};
}

export const boothSound = /* @__PURE__ */ dictionary<BoothSoundStrings>({
	en: () => import("../en/booth-sound"),
	kk: () => import("../kk/booth-sound"),
	ko: () => import("../ko/booth-sound"),
	ru: () => import("../ru/booth-sound"),
});
