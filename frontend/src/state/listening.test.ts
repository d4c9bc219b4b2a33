import { describe, expect, it } from "vitest";
import type { HasFloor, View } from "@/wire/protocol";
import { type Choice, hearing, liveVoice, sameLanguage } from "./listening";

const stream = (seat: string) => ({ microphone: { path: `${seat}/microphone/1`, codec: "opus" } });
const speaks = (seat: string, language: string): HasFloor => ({ seat, since: 1, microphone: true, language });

/** The floor as given; booths into en, kk, ko with `ida`, `kai`, `kim` live; everybody can be heard. */
function meeting(...floor: HasFloor[]): View {
	return {
		phase: "open",
		present: {},
		hands: [],
		floor,
		stage: [],
		booths: {
			en: { interpreters: ["ida", "ivan"], live: "ida", since: 1, pivot: "kk" },
			kk: { interpreters: ["kai"], live: "kai", since: 1 },
			ko: { interpreters: ["kim"], live: "kim", since: 1, pivot: "en" },
			fr: { interpreters: ["fay"] },
		},
		streams: Object.fromEntries(
			[...floor.map(({ seat }) => seat), "ida", "kai", "kim"].map((seat) => [seat, stream(seat)]),
		),
	};
}

const choice = (booth: string | null, rest: Partial<Choice> = {}): Choice => ({
	booth,
	softly: 0,
	silent: false,
	probing: false,
	...rest,
});

function heard(view: View, chosen: Choice, me = "guest"): [string, Record<string, number>] {
	const { gains, what } = hearing(view, me, chosen);
	return [what, Object.fromEntries(gains)];
}

function without(view: View, seat: string): View {
	const { [seat]: _, ...streams } = view.streams;
	return { ...view, streams };
}

describe("one language to the ear", () => {
	it.each([
		["en", "en", true],
		["en-GB", "en", true],
		["en", "EN-us", true],
		["pt-BR", "pt-PT", true],
		["kk", "ko", false],
		["und", "en", false],
	])("%s and %s: %s", (one, other, same) => expect(sameLanguage(one, other)).toBe(same));
});

describe("the original", () => {
	it("is whoever has the floor, in whichever language, and no booth", () => {
		const view = meeting(speaks("amb", "ko"), speaks("dan", "kk"));
		expect(heard(view, choice(null))).toEqual(["original", { amb: 1, dan: 1 }]);
	});

	it("is heard where the chosen booth is not one of the meeting", () => {
		expect(heard(meeting(speaks("amb", "ko")), choice("de"))).toEqual(["original", { amb: 1 }]);
	});

	it("leaves out a seat whose microphone is closed", () => {
		const view = without(meeting(speaks("amb", "ko"), speaks("dan", "kk")), "amb");
		expect(heard(view, choice(null))).toEqual(["original", { dan: 1 }]);
	});
});

describe("a booth", () => {
	const korean = meeting(speaks("amb", "ko"));

	it.each([
		["alone", choice("en"), { ida: 1 }],
		["with the original softly under it", choice("en", { softly: 0.2 }), { ida: 1, amb: 0.2 }],
		[
			"with the original unheard, to find out whether it speaks",
			choice("en", { probing: true }),
			{ ida: 1, amb: 0 },
		],
		["whatever its pivot is", choice("kk"), { kai: 1 }],
	])("is heard %s", (_, chosen, gains) => expect(heard(korean, chosen)).toEqual(["booth", gains]));

	it("is heard while nobody has the floor: it finishes its sentence", () => {
		expect(heard(meeting(), choice("en"))).toEqual(["booth", { ida: 1 }]);
	});

	it.each(["en", "en-GB"])("lets the floor through that speaks its own language, as %s", (language) => {
		const view = meeting(speaks("fel", language));
		expect(heard(view, choice("en"))).toEqual(["passing", { fel: 1 }]);
		expect(heard(view, choice("en", { softly: 0.2 }))).toEqual(["passing", { fel: 1 }]);
		expect(heard(without(view, "ida"), choice("en"))).toEqual(["passing", { fel: 1 }]);
	});

	it("interprets one of two speakers, and lets the other through", () => {
		const view = meeting(speaks("amb", "ko"), speaks("fel", "en"));
		expect(heard(view, choice("en"))).toEqual(["booth", { ida: 1, fel: 1 }]);
		expect(heard(view, choice("en", { softly: 0.3 }))).toEqual(["booth", { ida: 1, fel: 1, amb: 0.3 }]);
		expect(heard(view, choice("kk"))).toEqual(["booth", { kai: 1 }]);
	});

	it.each([
		["nobody is live in it", korean, choice("fr"), "empty", { amb: 1 }],
		["its interpreter's sound is not there", without(korean, "ida"), choice("en"), "lost", { amb: 1 }],
		["its interpreter says nothing", korean, choice("en", { silent: true }), "silent", { amb: 1, ida: 1 }],
	])("gives the whole original where %s", (_, view, chosen, what, gains) => {
		expect(heard(view, { ...chosen, softly: 0.1 })).toEqual([what, gains]);
	});
});

describe("a booth whose sound has only just gone", () => {
	const view = without(meeting(speaks("amb", "ko")), "ida");

	it("is waited for, with the original at hand", () => {
		expect(heard(view, choice("en", { handing: true }))).toEqual(["booth", { amb: 0 }]);
		expect(heard(view, choice("en", { handing: true, softly: 0.2 }))).toEqual(["booth", { amb: 0.2 }]);
	});

	it("is not waited for where nobody is live, or the floor speaks its language", () => {
		expect(heard(view, choice("fr", { handing: true }))).toEqual(["empty", { amb: 1 }]);
		expect(heard(view, choice("ko", { handing: true }))).toEqual(["passing", { amb: 1 }]);
	});
});

describe("nobody hears themselves", () => {
	it.each([
		["a speaker in the original", choice(null), "amb", {}],
		["a speaker who listens to a booth", choice("en"), "amb", { ida: 1 }],
		["a speaker to whom the floor is passed on", choice("ko"), "amb", { kim: 1 }],
		["an interpreter who listens to their own booth", choice("en"), "ida", { amb: 1 }],
		["an interpreter who listens to a pivot", choice("kk"), "ida", { kai: 1 }],
	])("%s", (_, chosen, me, gains) => {
		expect(heard(meeting(speaks("amb", "ko")), chosen, me)[1]).toEqual(gains);
	});

	it("beside another speaker", () => {
		const view = meeting(speaks("amb", "ko"), speaks("dan", "ko"));
		expect(heard(view, choice("ko"), "amb")).toEqual(["passing", { dan: 1 }]);
	});
});

describe("listening in and measuring", () => {
	const view = meeting(speaks("amb", "ko"));

	it("hears one booth alone, and goes on taking what it heard before", () => {
		expect(heard(view, choice(null, { alone: "en" }))[1]).toEqual({ amb: 0, ida: 1 });
		expect(heard(view, choice("kk", { alone: "en" }))[1]).toEqual({ kai: 0, ida: 1 });
		expect(heard(view, choice("ko", { alone: "ko" }))[1]).toEqual({ amb: 0, kim: 1 });
		expect(heard(view, choice(null, { alone: "fr" }))[1]).toEqual({ amb: 0 });
	});

	it("takes booths and the floor unheard, and changes nothing of what is heard", () => {
		expect(heard(view, choice("kk", { metered: ["en", "kk", "fr"] }))).toEqual([
			"booth",
			{ kai: 1, ida: 0, amb: 0 },
		]);
		expect(heard(view, choice(null, { metered: ["en"] }), "ida")).toEqual(["original", { amb: 1 }]);
	});
});

describe("the live voice of a booth", () => {
	const view = meeting();
	it.each([
		["en", "guest", "ida"],
		["en", "ida", null],
		["fr", "guest", null],
		["de", "guest", null],
		[null, "guest", null],
	])("of %s for %s: %s", (booth, me, voice) => expect(liveVoice(view, booth, me)).toBe(voice));
});
