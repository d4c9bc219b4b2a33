import { describe, expect, it } from "vitest";
import {
	decodeMessage,
	encodeAnnounce,
	encodeEnd,
	encodeFrameMessage,
	encodeSubscribe,
	encodeUnsubscribe,
} from "./tcp-messages";

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
const bytes = (text: string) => Uint8Array.from(text.split(" "), (byte) => Number.parseInt(byte, 16));

describe("what the page says", () => {
	it.each([
		[
			"subscribe",
			encodeSubscribe(300, { path: "a/b", source: "camera", priority: 100 }),
			"01 41 2c 40 64 03 61 2f 62 06 63 61 6d 65 72 61",
		],
		["unsubscribe", encodeUnsubscribe(5), "02 05"],
		["announce", encodeAnnounce(), "03"],
		["frame", encodeFrameMessage(7, 70_000, 3, Uint8Array.of(9, 8)), "11 07 80 01 11 70 03 09 08"],
		["end", encodeEnd(7, 64, true), "12 07 40 40 01"],
	])("%s", (_, message, expected) => {
		expect(hex(message)).toBe(expected);
	});
});

describe("what the server says", () => {
	it.each([
		["11 07 40 40 01 0a 0b", { kind: "frame", id: 7, group: 64, flags: 1, payload: Uint8Array.of(10, 11) }],
		["11 07 01 03", { kind: "frame", id: 7, group: 1, flags: 3, payload: new Uint8Array() }],
		["12 07 01 01", { kind: "end", id: 7, group: 1, lost: true }],
		["12 07 01 00", { kind: "end", id: 7, group: 1, lost: false }],
		["13 41 00", { kind: "gone", id: 256 }],
		["20 02 06 63 61 6d 65 72 61", { kind: "request", id: 2, track: "camera" }],
		["21 02", { kind: "release", id: 2 }],
		["77 02", null],
		["11 07", null],
		["11 07 40", null],
		["20 02", null],
	])("%s", (message, expected) => {
		expect(decodeMessage(bytes(message))).toEqual(expected);
	});

	it("nothing", () => {
		expect(decodeMessage(new Uint8Array())).toBeNull();
	});
});
