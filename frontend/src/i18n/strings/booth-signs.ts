import { dictionary } from "../dictionary";

/**
 * What several pages say of the booths: the wish for slower speech, the chat, the language of the
 * floor.
 */
export interface BoothSigns {
	/** "Booth: English". */
	booth: (language: string) => string;
	slow: string;
	/** The booths that ask, by their languages. */
	slowBooths: (languages: string) => string;
	chat: {
		title: (language: string) => string;
		/** The chair's panel, over all booths. */
		all: string;
		empty: string;
		unrecorded: string;
		write: string;
		send: string;
		you: string;
		chair: string;
		/** The line is down: it goes out when the line is back. */
		unsent: string;
		sending: string;
		/** It went out, and no answer came. */
		unknown: string;
		again: string;
		drop: string;
		unread: (n: number) => string;
	};
	floorLanguage: (name: string) => string;
	otherLanguage: string;
	/** Asks for a tag such as `fr`. */
	otherLanguageTag: string;
	notALanguage: string;
	set: string;
}

export const boothSigns = /* @__PURE__ */ dictionary<BoothSigns>({
	en: () => import("../en/booth-signs"),
	kk: () => import("../kk/booth-signs"),
	ko: () => import("../ko/booth-signs"),
	ru: () => import("../ru/booth-signs"),
});
