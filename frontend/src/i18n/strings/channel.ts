import { dictionary } from "../dictionary";

/** Why the original is heard in a booth's place. */
export type Fallback = "empty" | "lost" | "silent";

/**
 * What is said about the choice of what is listened to. A language comes by its name in the page's
 * language.
 */
export interface ChannelStrings {
	/** The control's name. */
	listen: string;
	original: string;
	originalNote: string;
	/** How a booth stands. */
	state: { live: string; passing: string; empty: string; lost: string };
	softly: string;
	softlyNote: string;
	off: string;
	/** Said when the original comes back by itself, with the booth's language. */
	fallback: Record<Fallback, (language: string) => string>;
	back: (language: string) => string;
	offer: (language: string) => string;
	/** With the language's own name. */
	accept: (language: string) => string;
	decline: string;
}

export const channel = /* @__PURE__ */ dictionary<ChannelStrings>({
	en: () => import("../en/channel"),
	kk: () => import("../kk/channel"),
	ko: () => import("../ko/channel"),
	ru: () => import("../ru/channel"),
});
