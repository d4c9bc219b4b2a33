import type { ChannelStrings } from "../strings/channel";

export default {
	listen: "Listen to",
	original: "Original",
	originalNote: "Whoever has the floor, untouched",
	state: {
		live: "Interpreted now",
		passing: "Spoken on the floor",
		empty: "Nobody in the booth",
		lost: "The booth cannot be heard",
	},
	softly: "Original under the interpretation",
	softlyNote: "How loud the speaker is heard behind the interpreter",
	off: "off",
	fallback: {
		empty: (language) => `You hear the original: nobody is in the booth (${language}).`,
		lost: (language) => `You hear the original: the connection of the booth is interrupted (${language}).`,
		silent: (language) => `You hear the original: the booth says nothing at the moment (${language}).`,
	},
	back: (language) => `The interpretation is back (${language}).`,
	offer: (language) => `This meeting is interpreted (${language}). What would you like to hear?`,
	accept: (language) => `Listen to ${language}`,
	decline: "Keep the original",
} satisfies ChannelStrings;
