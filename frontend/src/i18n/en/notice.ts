import type { NoticeStrings } from "../strings/notice";

export default {
	unknown_link: {
		title: "This link does not lead to a seat.",
		help: "Please check that the whole link was copied. If it was, ask the organiser who invited you for a new one.",
	},
	revoked_link: {
		title: "This link is no longer valid.",
		help: "It has been withdrawn or replaced. Please use the newest link that you received, or ask the organiser who invited you.",
	},
	no_such_meeting: {
		title: "There is no meeting at this address.",
		help: "Please check the address, or ask the organiser who invited you.",
	},
	record_shut: {
		title: "The record of this meeting is not open to you.",
		help: "The organiser decides who may hear, see and read it. If you have a seat, please open your personal link first, then the record from there.",
	},
	no_seat: {
		title: "This browser has not taken this seat.",
		help: "Please open your personal link from the invitation again. Cookies have to be allowed for this site.",
	},
	not_found: {
		title: "There is nothing at this address.",
		help: "Please open your personal link from the invitation again.",
	},
	server_error: {
		title: "Something has gone wrong on the server.",
		help: "It is not your fault. Please try again in a moment; if it does not help, tell the organiser.",
	},
	again: "Try again",
} satisfies NoticeStrings;
