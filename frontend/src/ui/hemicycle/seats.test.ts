import { describe, expect, it } from "vitest";
import type { Meeting, Programme, View } from "@/wire/protocol";
import { chartSeats, countOf, expectedSeats, letterOf, sectorsOf } from "./seats";

const person = { title: "", organisation: "", language: "en" };
const meeting: Meeting = {
	slug: "m",
	title: "M",
	organiser: "O",
	city: "C",
	starts: 0,
	timezone: "UTC",
	minutes: 60,
	languages: ["en"],
	on_record: true,
	categories: [
		{ key: "diplomatic", name: "Diplomats" },
		{ key: "academic", name: "Academics" },
	],
	items: [],
	seats: {
		chair: { ...person, name: "Chair", role: "chair" },
		fellow: { ...person, name: "Fellow", role: "speaker", category: "academic" },
		a: { ...person, name: "A", role: "participant", category: "academic" },
		d: { ...person, name: "D", role: "participant", category: "diplomatic" },
		o: { ...person, name: "O", role: "observer" },
	},
};
const view: View = {
	phase: "open",
	present: { chair: true, d: true },
	hands: ["a", "d"],
	floor: [{ seat: "d", since: 0, microphone: true, language: "en" }],
	stage: [],
	booths: {},
	streams: {},
};

describe("the seats of a chamber", () => {
	const seats = chartSeats(meeting, view, "d");
	const find = (key: string) => seats.find((seat) => seat.key === key);

	it("say who is present, whose hand is up, who has the floor, which is mine", () => {
		expect(find("d")).toMatchObject({ present: true, hand: 2, floor: true, mine: true, rostrum: false });
		expect(find("a")).toMatchObject({ present: false, hand: 1, floor: false, mine: false });
	});

	it("put chair and speakers at the rostrum, whatever their category", () => {
		expect(seats.filter((seat) => seat.rostrum).map((seat) => seat.key)).toEqual(["chair", "fellow"]);
	});

	it("sit by category, those without one last", () => {
		const sectors = sectorsOf(meeting.categories, seats);
		expect(sectors.map((sector) => sector.map((seat) => seat.key))).toEqual([["d"], ["a"], ["o"]]);
		expect(sectors.map(countOf)).toEqual([
			{ present: 1, expected: 1 },
			{ present: 0, expected: 1 },
			{ present: 0, expected: 1 },
		]);
	});
});

describe("the seats of a meeting that goes on", () => {
	it("are the same objects where nothing has changed", () => {
		const before = chartSeats(meeting, view, "d");
		const after = chartSeats(meeting, { ...view, present: { ...view.present, a: true } }, "d");
		expect(after.filter((seat, i) => seat !== before[i]).map((seat) => seat.key)).toEqual(["a"]);
		expect(after.find((seat) => seat.key === "a")?.present).toBe(true);
		expect(chartSeats(meeting, view, "d")).toEqual(before);
	});
});

describe("the seats that a programme expects", () => {
	it("are its speakers and as many others as it says", () => {
		const { seats, ...rest } = meeting;
		const programme: Programme = {
			...rest,
			speakers: { fellow: seats.fellow as Programme["speakers"][string] },
			expected: { diplomatic: 3, academic: 2 },
			phase: "planned",
		};
		const expected = expectedSeats(programme);
		expect(expected).toHaveLength(6);
		expect(new Set(expected.map((seat) => seat.key)).size).toBe(6);
		expect(sectorsOf(meeting.categories, expected).map((sector) => sector.length)).toEqual([3, 2, 0]);
	});
});

describe("letterOf", () => {
	it.each([
		[0, "A"],
		[2, "C"],
		[-1, ""],
	])("%i is %s", (category, letter) => {
		expect(letterOf(category)).toBe(letter);
	});
});
