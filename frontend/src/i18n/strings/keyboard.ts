import { dictionary } from "../dictionary";

/** The words around every list of keys. */
export interface KeyboardStrings {
	title: string;
	/** Switches the single-key shortcuts on and off. */
	single: string;
}

export const keyboard = /* @__PURE__ */ dictionary<KeyboardStrings>({
	en: () => import("../en/keyboard"),
	kk: () => import("../kk/keyboard"),
	ko: () => import("../ko/keyboard"),
	ru: () => import("../ru/keyboard"),
});
