import type { ChairChecksStrings } from "../strings/chair-checks";

export default {
	title: "Who has checked",
	summary: (checked, seats) => `Checked whether they can take part: ${checked} of ${seats}`,
	none: "Nobody has checked yet whether they can take part. Send your guests this address:",
	address: "Your guests check at this address:",
	again: "Read again",
	failed: "The results could not be read. See to your connection and try again.",
	noSeat: "came without a seat",
	way: { udp: "over UDP", tcp: "over TCP" },
	delay: (milliseconds) => `${milliseconds}\u00a0ms`,
	verdict: {
		ready: "Can take part",
		unseen: "Can take part, no camera",
		listening: "Can listen, cannot speak",
		weak: "Can take part, weak connection",
		silent: "Does not hear",
		cannot: "Cannot take part",
	},
} satisfies ChairChecksStrings;
