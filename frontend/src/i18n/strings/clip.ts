import { dictionary } from "../dictionary";

/** The strings of a clip's player. */
export interface ClipStrings {
	listen: (name: string) => string;
	missing: string;
}

export const clip = /* @__PURE__ */ dictionary<ClipStrings>({
	en: () => import("../en/clip"),
	kk: () => import("../kk/clip"),
	ko: () => import("../ko/clip"),
	ru: () => import("../ru/clip"),
});
