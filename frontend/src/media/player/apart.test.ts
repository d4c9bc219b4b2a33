import { describe, expect, it } from "vitest";
import { ApartPolicy } from "./apart";
import { CHECK_INTERVAL_MS } from "./level";

/** A policy that sees the sound of so many seconds at a time. */
function watched() {
	const policy = new ApartPolicy();
	let now = 0;
	return {
		policy,
		/** @param perSecond - packets that are lost
		 *  @param least - how late the least late is */
		sees: (perSecond: number, least: number | null, seconds: number): boolean => {
			let apart = false;
			let due = 0;
			for (const end = now + seconds * 1_000; now < end; ) {
				now += CHECK_INTERVAL_MS;
				due += (perSecond * CHECK_INTERVAL_MS) / 1_000;
				apart = policy.step({ now, overtaken: Math.floor(due), least });
				due %= 1;
			}
			return apart;
		},
	};
}

describe("ApartPolicy", () => {
	it.each<[string, number, number | null, boolean]>([
		["nothing is lost", 0, 5, false],
		["one packet in a hundred is lost", 0.5, 5, false],
		["one in twenty is lost", 2.5, 5, true],
		["one in ten is lost", 5, 10, true],
		["nobody speaks", 0, null, false],
		["all that comes waits in a queue, and much is lost", 5, 120, false],
	])("where %s", (_, perSecond, least, apart) => {
		expect(watched().sees(perSecond, least, 20)).toBe(apart);
	});

	it("takes them apart within five seconds, and leaves them so when the losses are over", () => {
		const at = watched();
		at.sees(0, 5, 20);
		expect(at.sees(2.5, 5, 5)).toBe(true);
		expect(at.sees(0, 5, 60)).toBe(true);
		expect(at.sees(0, null, 60)).toBe(true);
	});

	it("takes them together within a second of a queue, and for a minute", () => {
		const at = watched();
		expect(at.sees(5, 5, 10)).toBe(true);
		expect(at.sees(5, 200, 1)).toBe(false);
		expect(at.sees(5, 5, 59)).toBe(false);
		expect(at.sees(5, 5, 2)).toBe(true);
	});

	it("takes a moment in which all was late for no queue", () => {
		const at = watched();
		at.sees(5, 5, 10);
		expect(at.sees(5, 200, 0.5)).toBe(true);
		expect(at.sees(5, 5, 1)).toBe(true);
	});

	it("knows nothing of another connection", () => {
		const at = watched();
		at.sees(5, 5, 10);
		at.policy.reset();
		expect(at.sees(0, 5, 5)).toBe(false);
	});
});
