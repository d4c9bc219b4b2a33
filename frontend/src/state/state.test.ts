import { describe, expect, it } from "vitest";
import type { Meeting, Seat, View } from "@/wire/protocol";
import { handPlace, hasFloor, itemNow, nextItem, speakersNow } from "./index";

const seat = (name: string): Seat => ({ name, title: "", organisation: "", role: "speaker", language: "en" });

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
	categories: [],
	items: [
		{ key: "one", title: "One", minutes: 5 },
		{ key: "two", title: "Two", minutes: 5 },
	],
	seats: { ada: seat("Ada"), bo: seat("Bo") },
};

const view: View = {
	phase: "open",
	present: {},
	hands: ["bo", "ada"],
	floor: [],
	stage: [],
	booths: {},
	streams: {},
};

describe("the floor", () => {
	const spoken: View = {
		...view,
		floor: [
			{ seat: "bo", since: 1, microphone: false, language: "en" },
			{ seat: "erased", since: 2, microphone: true, language: "en" },
			{ seat: "ada", since: 3, microphone: true, language: "fr" },
		],
	};

	it("is known by seat", () => {
		expect(hasFloor(spoken, "ada")).toEqual({ seat: "ada", since: 3, microphone: true, language: "fr" });
		expect(hasFloor(spoken, "cy")).toBeUndefined();
	});

	it("is listed in the order in which it was given, in the language that is spoken, without unknown seats", () => {
		expect(speakersNow(meeting, spoken)).toEqual([
			{ key: "bo", seat: seat("Bo"), microphone: false, since: 1 },
			{ key: "ada", seat: { ...seat("Ada"), language: "fr" }, microphone: true, since: 3 },
		]);
	});
});

describe("hands", () => {
	it.each([
		["bo", 1],
		["ada", 2],
		["cy", 0],
	])("%s is in place %i", (key, place) => expect(handPlace(view, key)).toBe(place));
});

describe("the programme", () => {
	it.each([
		[undefined, undefined, "one"],
		["one", "one", "two"],
		["two", "two", undefined],
		["gone", undefined, "one"],
	])("at item %s: now %s, next %s", (item, now, next) => {
		const at: View = item === undefined ? view : { ...view, item };
		expect(itemNow(meeting, at)?.key).toBe(now);
		expect(nextItem(meeting, at)?.key).toBe(next);
	});
});
