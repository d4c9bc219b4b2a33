import type { QuoteStage } from "@/wire/protocol";
import { dictionary } from "../dictionary";

/** The strings of quotes: on the organiser's desk, and on the speaker's own page. */
export interface QuotesStrings {
	empty: string;
	emptyHelp: string;
	stages: Record<QuoteStage, string>;
	overridden: string;
	quote: (n: number) => string;
	said: string;
	approvedWords: string;
	remark: string;
	ask: string;
	askAgain: string;
	asked: string;
	mailed: (time: string) => string;
	mailFault: string;
	noMail: string;
	noAddress: string;
	withdraw: string;
	withdrawQuestion: string;
	override: string;
	overrideQuestion: string;
	overrideConfirm: string;
	overriddenNow: string;
	withdrawnNow: string;
	translations: string;
	translation: (language: string) => string;
	save: string;
	translationSaved: string;
	page: {
		title: string;
		intro: (organiser: string) => string;
		empty: string;
		emptyHelp: string;
		loading: string;
		forbidden: string;
		failed: string;
		approve: string;
		amend: string;
		refuse: string;
		change: string;
		ownWords: string;
		yourRemark: string;
		sendAmendment: string;
		sendRefusal: string;
		cancel: string;
		approved: string;
		amended: string;
		refused: string;
		needsWords: string;
	};
}

export const quotes = /* @__PURE__ */ dictionary<QuotesStrings>({
	en: () => import("../en/quotes"),
	kk: () => import("../kk/quotes"),
	ko: () => import("../ko/quotes"),
	ru: () => import("../ru/quotes"),
});
