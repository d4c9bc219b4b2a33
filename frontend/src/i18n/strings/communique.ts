import { dictionary } from "../dictionary";

/** What the desk says of a draft or of a text that can't be published, by the server's code. */
export type RemarkCode =
	| "not_closed"
	| "other_day"
	| "no_translation"
	| "no_words"
	| "nobody_spoke"
	| "empty"
	| "no_such_quote"
	| "not_approved"
	| "other_words"
	| "unapproved_words";

/** The strings of the communiqué's editor, and of the communiqué on the public page. */
export interface CommuniqueStrings {
	language: string;
	headline: string;
	text: string;
	textHelp: string;
	preview: string;
	save: string;
	saved: string;
	nothingToSave: string;
	unsaved: string;
	draftOnly: string;
	state: (version: number, time: string) => string;
	publishedState: (version: number) => string;
	notPublished: string;
	takeDraft: string;
	taken: string;
	undo: string;
	versions: string;
	version: (n: number, time: string) => string;
	publish: string;
	publishQuestion: string;
	publishConfirm: string;
	published: string;
	notPrintable: string;
	withdraw: string;
	withdrawQuestion: string;
	withdrawn: string;
	exports: string;
	remarks: string;
	findings: string;
	codes: Record<RemarkCode, string>;
	read: string;
	public: string;
	loading: string;
}

export const communique = /* @__PURE__ */ dictionary<CommuniqueStrings>({
	en: () => import("../en/communique"),
	kk: () => import("../kk/communique"),
	ko: () => import("../ko/communique"),
	ru: () => import("../ru/communique"),
});
