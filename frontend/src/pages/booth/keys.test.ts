import { describe, expect, it } from "vitest";
import type { Stroke } from "@/ui";
import { capFor, KEYS, keyActionOf } from "./keys";

const stroke = (key: string, code = "", more: Partial<Stroke> = {}): Stroke => ({
	key,
	code,
	ctrlKey: false,
	altKey: false,
	metaKey: false,
	isComposing: false,
	...more,
});

describe("a key", () => {
	it.each<[string, Stroke, string | null, number]>([
		["c", stroke("c", "KeyC"), "cough", 0],
		["shifted", stroke("C", "KeyC"), "cough", 0],
		["on a Russian layout, by its place", stroke("с", "KeyC"), "cough", 0],
		["on a Korean layout, by its place", stroke("ㅊ", "KeyC"), "cough", 0],
		["by its letter where that lies elsewhere", stroke("m", "Semicolon"), "mute", 0],
		["a figure", stroke("3", "Digit3"), "source", 2],
		["plus without shift", stroke("=", "Equal"), "louder", 0],
		["minus", stroke("-", "NumpadSubtract"), "softer", 0],
		["a question mark", stroke("?", "Slash"), "keys", 0],
		["with control", stroke("c", "KeyC", { ctrlKey: true }), null, 0],
		["while a syllable is composed", stroke("c", "KeyC", { isComposing: true }), null, 0],
		["space", stroke(" ", "Space"), null, 0],
		["nought", stroke("0", "Digit0"), null, 0],
	])("%s", (_, pressed, action, nth) => expect(keyActionOf(pressed)).toEqual(action && { action, nth }));

	it("does one thing each", () => {
		expect(new Set(KEYS.map(({ cap }) => cap)).size).toBe(KEYS.length);
		for (const { cap, action } of KEYS) expect(capFor(action)).toBe(cap);
	});
});
