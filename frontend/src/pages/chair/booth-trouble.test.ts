import { describe, expect, it } from "vitest";
import type { HasFloor, View } from "@/wire/protocol";
import { BoothTroubles, foreignTo } from "./booth-trouble";

const stream = { microphone: { path: "p", codec: "opus" } };
const speaks = (seat: string, language: string, microphone = true): HasFloor => ({
	seat,
	since: 1,
	microphone,
	language,
});

function meeting(floor: HasFloor[], live?: string, sounds: string[] = []): View {
	return {
		phase: "open",
		present: {},
		hands: [],
		floor,
		stage: [],
		booths: { en: { interpreters: ["ida", "ivan"], ...(live === undefined ? {} : { live, since: 1 }) } },
		streams: Object.fromEntries(sounds.map((seat) => [seat, stream])),
	};
}

/** Looks for so many seconds at one view, and returns the last finding for the English booth. */
function look(
	troubles: BoothTroubles,
	from: number,
	seconds: number,
	view: View,
	levels: Record<string, number>,
) {
	let found: { en?: string } = {};
	for (let now = from * 1000; now < (from + seconds) * 1000; now += 100)
		found = troubles.look(now, view, (seat) => levels[seat]);
	return found.en;
}

describe("what a booth has to interpret", () => {
	it.each([
		["another language", [speaks("amb", "ko")], ["amb"], ["amb"]],
		["not its own", [speaks("amb", "en-GB")], ["amb"], []],
		["nobody whose microphone is closed", [speaks("amb", "ko", false)], ["amb"], []],
		["nobody whose sound is not there", [speaks("amb", "ko")], [], []],
	])("is %s", (_, floor, sounds, seats) => {
		expect(foreignTo(meeting(floor, undefined, sounds), "en")).toEqual(seats);
	});
});

describe("a booth", () => {
	const korean = [speaks("amb", "ko")];

	it("is in trouble where nobody is live and somebody has to be", () => {
		expect(look(new BoothTroubles(), 0, 1, meeting(korean, undefined, ["amb"]), {})).toBe("empty");
		expect(look(new BoothTroubles(), 0, 1, meeting([], undefined, []), {})).toBeUndefined();
		expect(
			look(new BoothTroubles(), 0, 1, meeting([speaks("fel", "en")], undefined, ["fel"]), {}),
		).toBeUndefined();
	});

	it("is in trouble where the sound of whoever is live stays away", () => {
		const troubles = new BoothTroubles();
		const view = meeting(korean, "ida", ["amb"]);
		expect(look(troubles, 0, 1.5, view, { amb: 0.1 })).toBeUndefined();
		expect(look(troubles, 1.5, 1, view, { amb: 0.1 })).toBe("lost");
		expect(
			look(troubles, 2.5, 1, meeting(korean, "ida", ["amb", "ida"]), { amb: 0.1, ida: 0.1 }),
		).toBeUndefined();
	});

	it("is in trouble after ten seconds without a word while the floor speaks, and until the next", () => {
		const troubles = new BoothTroubles();
		const view = meeting(korean, "ida", ["amb", "ida"]);
		expect(look(troubles, 0, 5, view, { amb: 0.1, ida: 0.1 })).toBeUndefined();
		expect(look(troubles, 5, 9, view, { amb: 0.1, ida: 0 })).toBeUndefined();
		expect(look(troubles, 14, 2, view, { amb: 0.1, ida: 0 })).toBe("silent");
		expect(look(troubles, 16, 0.2, view, { amb: 0.1, ida: 0.1 })).toBeUndefined();
	});

	it("begins anew with another interpreter, and is not judged where it is not measured", () => {
		const troubles = new BoothTroubles();
		const sounds = ["amb", "ida", "ivan"];
		look(troubles, 0, 12, meeting(korean, "ida", sounds), { amb: 0.1, ida: 0 });
		expect(look(troubles, 12, 5, meeting(korean, "ivan", sounds), { amb: 0.1, ivan: 0 })).toBeUndefined();
		expect(look(new BoothTroubles(), 0, 30, meeting(korean, "ida", sounds), { amb: 0.1 })).toBeUndefined();
	});
});
