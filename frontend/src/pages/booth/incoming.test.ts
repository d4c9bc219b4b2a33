import { describe, expect, it } from "vitest";
import type { View } from "@/wire/protocol";
import {
	floorLanguage,
	floorLanguages,
	otherBooths,
	preselected,
	preselectionRemembered,
	rememberPreselection,
	sourceFor,
} from "./incoming";

const view: View = {
	phase: "open",
	present: {},
	hands: [],
	floor: [
		{ seat: "ann", since: 1, microphone: true, language: "en-GB" },
		{ seat: "ku", since: 2, microphone: true, language: "ko" },
		{ seat: "bo", since: 3, microphone: false, language: "ru" },
	],
	stage: [],
	booths: { en: { interpreters: [] }, kk: { interpreters: [] }, ru: { interpreters: [] } },
	streams: {},
};

describe("what can be listened to", () => {
	it("is every booth but my own", () => expect(otherBooths(view, "kk")).toEqual(["en", "ru"]));
	it("has each language of the meeting once, without my own", () =>
		expect(floorLanguages(["en", "kk", "en-GB", "ko"], "kk-KZ")).toEqual(["en-GB", "ko"]));
	it("goes by whoever was given the floor last and can be heard", () => {
		expect(floorLanguage(view)).toBe("ko");
		expect(floorLanguage({ ...view, floor: [] })).toBe(null);
	});
});

describe("what is listened to", () => {
	const rules = { ko: "en", ru: "gone" };
	const booths = ["en", "ru"];
	it.each([
		["what is preselected", "ko-KR", null, "en"],
		["the original without a preselection", "en", null, null],
		["the original for a booth that there is no more", "ru", null, null],
		["the original while nobody speaks", null, null, null],
		["a choice by hand before all", "ko", { language: "ko", source: null }, null],
		["a choice by hand before all, also of a region", "ko-KR", { language: "ko", source: "ru" }, "ru"],
		["no choice by hand for another language", "ko", { language: "en", source: "ru" }, "en"],
		["a choice by hand while nobody speaks", null, { language: null, source: "en" }, "en"],
	])("%s", (_, language, byHand, source) => expect(sourceFor(language, byHand, rules, booths)).toBe(source));
});

describe("a preselection", () => {
	it("is set and taken back by language", () => {
		const one = preselected({}, "ko-KR", "en");
		expect(one).toEqual({ ko: "en" });
		expect(preselected(one, "ko", null)).toEqual({});
	});

	it("is remembered by meeting and booth, whatever was there", () => {
		const kept = new Map<string, string>();
		const memory = {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value),
		};
		rememberPreselection("m", "kk", { ko: "en" }, memory);
		expect(preselectionRemembered("m", "kk", memory)).toEqual({ ko: "en" });
		expect(preselectionRemembered("m", "ru", memory)).toEqual({});
		for (const rubbish of ["{", "7", "null", '{"ko":1}']) {
			for (const key of kept.keys()) kept.set(key, rubbish);
			expect(preselectionRemembered("m", "kk", memory)).toEqual({});
		}
	});
});
