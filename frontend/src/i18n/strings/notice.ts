import { dictionary } from "../dictionary";

/** Why a page stands here instead of the one that was asked for. */
export type NoticeCode =
	| "unknown_link"
	| "revoked_link"
	| "no_such_meeting"
	| "no_seat"
	| "record_shut"
	| "not_found"
	| "server_error";

/** What is wrong in one sentence, and what can be done about it. */
export interface NoticeText {
	title: string;
	help: string;
}

export type NoticeStrings = Record<NoticeCode, NoticeText> & { again: string };

export const notice = /* @__PURE__ */ dictionary<NoticeStrings>({
	en: () => import("../en/notice"),
	kk: () => import("../kk/notice"),
	ko: () => import("../ko/notice"),
	ru: () => import("../ru/notice"),
});
