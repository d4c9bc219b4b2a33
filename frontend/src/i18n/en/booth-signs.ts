import { plural } from "../plural";
import type { BoothSigns } from "../strings/booth-signs";

export default {
	booth: (language) => `Booth: ${language}`,
	slow: "Please speak more slowly",
	slowBooths: (languages) => `The interpreters ask for it: ${languages}`,
	chat: {
		title: (language) => `Notes in the booth: ${language}`,
		all: "Notes with the booths",
		empty: "No notes yet. Partners in the booth and the chair read what you write here.",
		unrecorded: "Kept nowhere; not part of the record.",
		write: "Note to partners and chair",
		send: "Send",
		you: "You",
		chair: "chair",
		unsent: "Goes out when the connection is back.",
		sending: "Sending…",
		unknown: "It is not certain that this arrived.",
		again: "Send again",
		drop: "Discard",
		unread: plural("en", { one: "# new note", other: "# new notes" }),
	},
	floorLanguage: (name) => `Language that ${name} speaks now`,
	otherLanguage: "Another language…",
	otherLanguageTag: "Language tag, such as fr",
	notALanguage: "This is not a language tag. Write for example fr or zh-Hant.",
	set: "Set",
} satisfies BoothSigns;
