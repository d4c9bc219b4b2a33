import { describe, expect, it } from "vitest";
import { UplinkPolicy } from "./uplink";

/** A speaker whose backlog is the same for so many seconds at a time. */
function speaker() {
	const policy = new UplinkPolicy();
	let now = 0;
	return {
		policy,
		waits: (backlog: number | null, seconds: number) => {
			for (const end = now + seconds * 1_000; now < end; ) {
				now += 250;
				policy.step(backlog, now);
			}
			return policy;
		},
	};
}

describe("UplinkPolicy", () => {
	it("sends all that there is while nothing waits, or nothing tells", () => {
		const at = speaker();
		expect(at.waits(20, 60).share).toBe(1);
		expect(at.waits(null, 60).share).toBe(1);
		expect(at.policy.state).toBe("good");
	});

	it("goes down within a second, and further each second", () => {
		const at = speaker();
		expect(at.waits(300, 0.25).share).toBeCloseTo(0.7);
		expect(at.waits(300, 1).share).toBeCloseTo(0.49);
		expect(at.policy.state).toBe("reduced");
		expect(at.waits(300, 5).share).toBe(0.1);
	});

	it("goes down in larger steps where very much waits", () => {
		const at = speaker();
		expect(at.waits(1_000, 0.25).share).toBeCloseTo(0.45);
		expect(at.waits(1_000, 1).share).toBeCloseTo(0.2025);
	});

	it("goes up by small steps, each after three seconds of calm", () => {
		const at = speaker();
		at.waits(300, 0.25);
		expect(at.waits(50, 2.75).share).toBeCloseTo(0.7);
		expect(at.waits(50, 0.75).share).toBeCloseTo(0.805);
		expect(at.waits(50, 60).share).toBe(1);
	});

	it("stays where it is between calm and late", () => {
		const at = speaker();
		at.waits(300, 0.25);
		expect(at.waits(180, 60).share).toBeCloseTo(0.7);
	});

	it("pauses where not even the least is borne, and not before", () => {
		const at = speaker();
		at.waits(300, 6.5);
		expect(at.policy.share).toBe(0.1);
		expect(at.waits(300, 7).state).toBe("reduced");
		expect(at.waits(300, 1.5).state).toBe("paused");
		expect(at.policy.share).toBe(0);
	});

	it("resumes also where nothing is sent that could tell", () => {
		const at = speaker();
		at.waits(1_000, 16);
		expect(at.waits(null, 10.5).share).toBe(0.1);
	});

	it("resumes with the least after ten seconds of calm, later after each time that failed", () => {
		const at = speaker();
		at.waits(1_000, 16);
		expect(at.policy.state).toBe("paused");
		for (const wait of [10, 20, 40, 80, 160, 160]) {
			expect(at.waits(20, wait - 0.5).state).toBe("paused");
			expect(at.waits(20, 1).share).toBe(0.1);
			expect(at.waits(1_000, 10).state).toBe("paused");
		}
		at.waits(20, 161);
		expect(at.waits(20, 120).share).toBe(1);
		at.waits(1_000, 16);
		expect(at.policy.state).toBe("paused");
		expect(at.waits(20, 10.5).share).toBe(0.1);
	});
});
