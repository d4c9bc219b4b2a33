import { describe, expect, it } from "vitest";
import { WindowedMin } from "./windowed-min";

describe("a windowed minimum", () => {
	it("is the least that was seen, and nothing before anything was", () => {
		const least = new WindowedMin(100);
		expect(least.value).toBeNull();
		for (const [at, value] of [
			[0, 40],
			[10, 25],
			[20, 60],
		] as const)
			least.push(at, value);
		expect(least.value).toBe(25);
	});

	it("forgets what is older than two windows, and nothing that is younger than one", () => {
		const least = new WindowedMin(100);
		least.push(0, 10);
		least.push(99, 30);
		least.push(150, 50);
		expect(least.value).toBe(10);
		least.push(249, 40);
		expect(least.value).toBe(10);
		least.push(250, 60);
		expect(least.value).toBe(40);
	});

	it("is settled once a whole window has been seen", () => {
		const least = new WindowedMin(100);
		least.push(0, 10);
		least.push(99, 10);
		expect(least.isSettled).toBe(false);
		least.push(100, 20);
		expect(least.isSettled).toBe(true);
		least.restart();
		expect([least.isSettled, least.value]).toEqual([false, null]);
		least.restart({ value: 7, tag: undefined });
		expect([least.isSettled, least.value]).toEqual([true, 7]);
	});

	it("moves with what it is measured by", () => {
		const least = new WindowedMin(100);
		least.push(0, 10);
		least.push(100, 30);
		least.shift(-4);
		expect(least.value).toBe(6);
		least.push(200, 50);
		expect(least.value).toBe(26);
	});

	it("keeps what the least was seen with, the latest of several that are alike", () => {
		const least = new WindowedMin<string>(100);
		least.push(0, 5, "first");
		least.push(1, 5, "second");
		least.push(2, 9, "third");
		expect(least.tag).toBe("second");
	});
});
