import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { lossOf, medianOf, rateOf, settled } from "./measure";

const packets = (count: number): number[] => Array.from({ length: count }, (_, i) => 5_000 + i * 20_000);

describe("what came back", () => {
	it("is complete", () => expect(lossOf(packets(100))).toBe(0));
	it("lacks a tenth", () => expect(lossOf(packets(101).filter((_, i) => i % 10 !== 5))).toBeCloseTo(0.1, 2));
	it("is too little to say", () => expect(lossOf(packets(1))).toBeNull());
	it("is not less than nothing where the clock was corrected", () =>
		expect(lossOf(packets(100).map((at) => at * 0.999))).toBe(0));
	it("came at 25 pictures a second", () =>
		expect(rateOf(Array.from({ length: 51 }, (_, i) => i * 40_000))).toBe(25));
	it("came too seldom for a rate", () => expect(rateOf([7, 7])).toBeNull());
	it("took this long", () => expect(medianOf([90, 10, 40.4])).toBe(40));
	it("never came", () => expect(medianOf([])).toBeNull());
});

describe("a value that is waited for", () => {
	it("is there already", async () => expect(await settled(signal("a"), 1_000)).toBe("a"));
	it("comes", async () => {
		const later = signal<string | null>(null);
		const found = settled(later, 1_000);
		later.value = "b";
		expect(await found).toBe("b");
	});
	it("does not come", async () => expect(await settled(signal(null), 5)).toBeNull());
});
