import type { RefusalCode } from "@/wire/protocol";
import { dictionary, t } from "../dictionary";

/**
 * Why a command was not carried out, or that nobody knows because the connection was lost
 * meanwhile.
 */
export type RefusalText = Record<RefusalCode | "lost", string>;

export const refusals = /* @__PURE__ */ dictionary<RefusalText>({
	en: () => import("../en/refusals"),
	kk: () => import("../kk/refusals"),
	ko: () => import("../ko/refusals"),
	ru: () => import("../ru/refusals"),
});

/** The sentence of a refusal in the page's language. */
export function refusalSentence(code: RefusalCode | "lost"): string {
	return t(refusals)[code];
}
