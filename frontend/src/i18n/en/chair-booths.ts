import { plural } from "../plural";
import type { ChairBoothsStrings } from "../strings/chair-booths";

export default {
	title: "Booths",
	floor: "Language of the floor",
	listeners: plural("en", { one: "# listener", other: "# listeners" }),
	nobody: "Nobody is live",
	fromOriginal: "from the original",
	fromBooth: (booth) => `from the booth: ${booth}`,
	held: "holds the microphone back",
	asked: "asks the partner to take over",
	level: (booth) => `Sound level of the booth: ${booth}`,
	unmeasured: "The level is not measured, to save data.",
	listenIn: { short: "Listen in", full: (booth) => `Listen in to the booth: ${booth}` },
	listening: (booth) => `You are listening in to the booth: ${booth}. You hear nothing else.`,
	listenOut: "Stop listening in",
	stop: {
		short: "Stop",
		full: (booth) => `Stop the interpretation: ${booth}`,
		question: (booth) => `Stop the interpretation (${booth})? Its listeners hear the original.`,
		done: "The interpretation was stopped.",
	},
	stopConfirm: "Yes, stop it",
	trouble: {
		empty: "Nobody is in the booth, and the floor speaks another language.",
		lost: "The interpreter's connection is lost.",
		silent: "No sound for 10 seconds, while the floor speaks.",
	},
	troubleIn: (booth, trouble) => `Booth ${booth}: ${trouble}`,
} satisfies ChairBoothsStrings;
