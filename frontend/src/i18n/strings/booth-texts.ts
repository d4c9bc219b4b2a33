import { dictionary } from "../dictionary";

/** The strings of the speech text, the glossary and the keys of the interpreter's page. */
export interface BoothTextStrings {
	text: {
		title: string;
		none: string;
		noneNote: string;
		of: string;
		embargo: string;
		check: string;
		larger: string;
		smaller: string;
		follow: string;
		loading: string;
		failed: string;
		scroll: string;
	};
	glossary: {
		title: string;
		find: string;
		/** The table of terms, which scrolls. */
		terms: string;
		none: string;
		noneNote: string;
		noneFound: string;
		found: (n: number) => string;
		upload: string;
		uploadNote: string;
		uploading: string;
		uploaded: (n: number) => string;
		refused: string;
		line: (n: number) => string;
		tooLarge: string;
		term: string;
	};
	keys: {
		action: {
			cough: string;
			mute: string;
			take: string;
			leave: string;
			handover: string;
			slow: string;
			source: string;
			louder: string;
			softer: string;
			direction: string;
			text: string;
			down: string;
			up: string;
			glossary: string;
			chat: string;
			keys: string;
		};
		escape: string;
	};
}

export const boothTexts = /* @__PURE__ */ dictionary<BoothTextStrings>({
	en: () => import("../en/booth-texts"),
	kk: () => import("../kk/booth-texts"),
	ko: () => import("../ko/booth-texts"),
	ru: () => import("../ru/booth-texts"),
});
