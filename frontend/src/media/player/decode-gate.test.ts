import { describe, expect, it } from "vitest";
import type { PlacedFrame } from "../track-reader";
import { DecodeGate } from "./decode-gate";

const frame = (timestamp: number): PlacedFrame => ({
	timestamp,
	data: new Uint8Array(),
	first: timestamp === 0,
	arrived: 0,
});

/**
 * A gate at which so many pictures wait, 30 a second, and the times of those that it lets through.
 */
function gate(count: number) {
	const made = new DecodeGate();
	for (let place = 0; place < count; place++) made.push(frame(Math.round((place * 1e6) / 30)));
	return { made, through: (heard: number | null) => made.take(heard).map(({ timestamp }) => timestamp) };
}

describe("DecodeGate", () => {
	it("lets a picture through 200 ms before its sound is heard, once", () => {
		const { made, through } = gate(30);
		expect(through(-250_000)).toEqual([]);
		expect(through(-200_000)).toEqual([0]);
		expect(through(-100_000)).toEqual([33_333, 66_667, 100_000]);
		expect(made.empty).toBe(false);
		expect(through(2_000_000)).toHaveLength(26);
		expect(made.empty).toBe(true);
	});

	it("keeps nothing back where nothing is heard, or by another clock", () => {
		expect(gate(10).through(null)).toHaveLength(10);
		expect(gate(10).through(-1_900_000)).toHaveLength(10);
	});

	it("keeps no more than three seconds of pictures", () => {
		const { made, through } = gate(30);
		expect(through(-210_000)).toEqual([]);
		for (let more = 0; more < 69; more++) made.push(frame(1_200_000));
		expect(through(-210_000)).toHaveLength(9);
	});
});
