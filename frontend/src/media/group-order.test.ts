import { describe, expect, it } from "vitest";
import { GroupOrder } from "./group-order";

const orderOf = (tolerance: number, newest = false) =>
	new GroupOrder<string>({ tolerance: () => tolerance, newest });

function drain(order: GroupOrder<string>, now: number): string[] {
	const frames: string[] = [];
	for (let frame = order.next(now); frame !== undefined; frame = order.next(now)) frames.push(frame);
	return frames;
}

/** A group of one frame, whole. */
function whole(order: GroupOrder<string>, sequence: number, now: number): boolean {
	if (!order.begin(sequence)) return false;
	order.push(sequence, `${sequence}`, now);
	order.end(sequence);
	return true;
}

describe("GroupOrder", () => {
	it("gives out at once what comes in order", () => {
		const order = orderOf(100);
		whole(order, 7, 0);
		expect(drain(order, 0)).toEqual(["7"]);
		whole(order, 8, 20);
		expect(drain(order, 20)).toEqual(["8"]);
		expect(order.wait(20)).toBeNull();
	});

	it("gives out the frames of a group as they come, before it has ended", () => {
		const order = orderOf(100);
		order.begin(1);
		order.push(1, "a", 0);
		expect(drain(order, 0)).toEqual(["a"]);
		order.push(1, "b", 10);
		expect(drain(order, 10)).toEqual(["b"]);
	});

	it("waits for a group that is missing, and gives it out in its place", () => {
		const order = orderOf(100);
		whole(order, 1, 0);
		drain(order, 0);
		whole(order, 3, 20);
		expect(drain(order, 20)).toEqual([]);
		expect(order.wait(50)).toBe(70);
		expect(whole(order, 2, 60)).toBe(true);
		expect(drain(order, 60)).toEqual(["2", "3"]);
	});

	it("gives a missing group up after the tolerance, and does not take it any more", () => {
		const order = orderOf(100);
		whole(order, 1, 0);
		drain(order, 0);
		whole(order, 3, 20);
		whole(order, 4, 40);
		expect(drain(order, 119)).toEqual([]);
		expect(drain(order, 120)).toEqual(["3", "4"]);
		expect(order.skippedAt).toBe(120);
		expect(whole(order, 2, 125)).toBe(false);
	});

	it("gives an unfinished group up for the next one, and what still comes of it is refused", () => {
		const order = orderOf(100);
		order.begin(1);
		order.push(1, "1a", 0);
		drain(order, 0);
		whole(order, 2, 50);
		expect(drain(order, 150)).toEqual(["2"]);
		expect(order.push(1, "1b", 160)).toBe(false);
	});

	it("goes on with the newest group where it is told to", () => {
		const order = orderOf(100, true);
		order.begin(1);
		order.push(1, "1a", 0);
		drain(order, 0);
		whole(order, 2, 10);
		whole(order, 3, 20);
		expect(drain(order, 110)).toEqual(["3"]);
	});

	it("does not hold a group up for one that has begun without a frame", () => {
		const order = orderOf(100);
		whole(order, 1, 0);
		order.begin(2);
		expect(drain(order, 0)).toEqual(["1"]);
		expect(order.wait(0)).toBeNull();
	});

	it("gives out every frame once and in order, whatever the order of arrival within the tolerance", () => {
		// A small generator of its own, so that a failure can be repeated.
		let seed = 1;
		const chance = () => {
			seed = (seed * 48_271) % 2_147_483_647;
			return seed / 2_147_483_647;
		};
		for (let round = 0; round < 50; round++) {
			const order = orderOf(60);
			const arrivals = Array.from({ length: 200 }, (_, sequence) => ({
				sequence,
				at: sequence * 20 + (sequence === 0 ? 0 : 50 * chance()),
			})).sort((a, b) => a.at - b.at);
			const given = arrivals.flatMap(({ sequence, at }) => {
				whole(order, sequence, at);
				return drain(order, at);
			});
			expect(given).toEqual(arrivals.map((_, sequence) => `${sequence}`));
		}
	});
});
