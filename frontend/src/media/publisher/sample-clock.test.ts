import { describe, expect, it } from "vitest";
import { SampleClock } from "./sample-clock";

describe("SampleClock", () => {
	it("is even where arrivals are not", () => {
		const clock = new SampleClock(48_000);
		const times = Array.from({ length: 500 }, (_, n) =>
			clock.at(n * 960, 1e6 + n * 20_000 + ((n * 7919) % 9_000)),
		);
		const steps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
		expect(Math.min(...steps)).toBeGreaterThan(19_900);
		expect(Math.max(...steps)).toBeLessThan(20_100);
	});

	it("follows the page's clock for hours, whatever the sound card's drift", () => {
		// 100 parts in a million: a third of a second in an hour.
		const clock = new SampleClock(48_000);
		let error = 0;
		for (let n = 0; n < 180_000; n++) {
			const seen = n * 20_000 * 1.0001;
			error = Math.abs(clock.at(n * 960, seen) - seen);
		}
		expect(error).toBeLessThan(2_000);
	});

	it("is set anew after a jump", () => {
		const clock = new SampleClock(48_000);
		clock.at(0, 1_000_000);
		expect(clock.at(960, 61_020_000)).toBe(61_020_000);
	});

	it("never gives a time before the page's beginning", () => {
		expect(new SampleClock(48_000).at(0, -15_000)).toBe(0);
	});
});
