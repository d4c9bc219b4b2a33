import { describe, expect, it } from "vitest";
import { SendLog } from "./send-log";

describe("SendLog", () => {
	it("knows how long the oldest byte has waited", () => {
		const log = new SendLog();
		expect(log.age(0, 5)).toBe(0);
		log.handed(100, 10);
		log.handed(50, 30);
		expect(log.total).toBe(150);
		expect(log.age(150, 40)).toBe(30);
		expect(log.age(51, 40)).toBe(30);
		expect(log.age(50, 40)).toBe(10);
		expect(log.age(1, 60)).toBe(30);
		expect(log.age(0, 60)).toBe(0);
	});
});
