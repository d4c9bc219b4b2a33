import { plural } from "../plural";
import type { ProgrammeStrings } from "../strings/programme";

export default {
	state: { planned: "Planned", open: "Open now", closed: "Closed" },
	stateNote: {
		planned: "Those invited enter by their personal link.",
		open: "The meeting is being held. Those invited enter by their personal link.",
		closed: "The meeting has been held.",
	},
	organiser: "Organiser",
	place: "Place",
	date: "Date",
	time: "Time",
	duration: "Duration",
	hours: plural("en", { one: "# hour", other: "# hours" }),
	minutes: plural("en", { one: "# minute", other: "# minutes" }),
	languages: "Languages",
	agenda: "Agenda",
	speakers: "Speakers",
	chamber: "The chamber",
	chamberNote: "Each circle is a seat that has been set for a representative.",
	onRecord: "This meeting is on the record: who has the floor, and when, is kept in its log.",
	offRecord: "This meeting is off the record.",
	enter: "Entry is by personal link. If you have been invited and have no link, please ask the organiser.",
	check: "Can I take part? Try your browser, sound and camera beforehand",
	loading: "Loading the programme…",
	unknown: "There is no meeting at this address. Please check the link, or ask the organiser.",
	failed: "The programme could not be loaded.",
} satisfies ProgrammeStrings;
