import { describe, expect, it } from "vitest";
import { BoothWatch } from "./booth-watch";

const LOUD = 0.1;
const ROOM = 0.002;

/** A stretch of time: for so many milliseconds the booth and the floor are as loud as that. */
type Stretch = [milliseconds: number, booth: number, floor: number];

/** Plays stretches; the floor is heard only while the watch wants it, as in a player. */
function play(
	watch: BoothWatch,
	...stretches: Stretch[]
): { silentAt: number[]; backAt: number[]; probed: number } {
	const silentAt: number[] = [];
	const backAt: number[] = [];
	let now = 0;
	let probed = 0;
	for (const [milliseconds, booth, floor] of stretches) {
		for (const end = now + milliseconds; now < end; now += 100) {
			const before = watch.silent;
			if (watch.probing) probed += 100;
			watch.look(now, booth, watch.probing ? floor : null);
			if (watch.silent && !before) silentAt.push(now);
			if (!watch.silent && before) backAt.push(now);
		}
	}
	return { silentAt, backAt, probed };
}

describe("a booth that interprets", () => {
	it("is never silent, and the floor need not be taken", () => {
		expect(play(new BoothWatch(), [20_000, LOUD, LOUD])).toEqual({ silentAt: [], backAt: [], probed: 0 });
	});

	it("may pause as long as speech does", () => {
		const sentence: Stretch[] = [
			[1_500, LOUD, LOUD],
			[900, ROOM, LOUD],
		];
		expect(play(new BoothWatch(), ...sentence, ...sentence, ...sentence).silentAt).toEqual([]);
	});
});

describe("a booth that falls silent", () => {
	it("counts as silent once the floor has spoken alone for three seconds", () => {
		const { silentAt } = play(new BoothWatch(), [5_000, LOUD, LOUD], [6_000, ROOM, LOUD]);
		expect(silentAt).toEqual([7_900]);
	});

	it("is back with its first word", () => {
		const watch = new BoothWatch();
		const { backAt } = play(watch, [5_000, LOUD, LOUD], [6_000, ROOM, LOUD], [100, LOUD, LOUD]);
		expect(backAt).toEqual([11_000]);
		expect(watch.probing).toBe(true);
	});

	it("is not silent while the floor says nothing either", () => {
		expect(play(new BoothWatch(), [5_000, LOUD, LOUD], [20_000, ROOM, ROOM]).silentAt).toEqual([]);
	});

	it("has three seconds again when the floor goes on after a pause", () => {
		const { silentAt } = play(
			new BoothWatch(),
			[5_000, LOUD, LOUD],
			[8_000, ROOM, ROOM],
			[6_000, ROOM, LOUD],
		);
		expect(silentAt).toEqual([16_000]);
	});

	it("is silent from the first word on, where it never said one", () => {
		const { silentAt } = play(new BoothWatch(), [2_000, 0, ROOM], [6_000, 0, LOUD]);
		expect(silentAt).toEqual([5_000]);
	});

	it("counts by the time that was asked for", () => {
		const { silentAt } = play(new BoothWatch(10_000), [5_000, LOUD, LOUD], [12_000, ROOM, LOUD]);
		expect(silentAt).toEqual([14_900]);
	});
});

it("lets go of the floor some seconds after a pause", () => {
	const watch = new BoothWatch();
	play(watch, [5_000, LOUD, LOUD], [1_500, ROOM, LOUD], [4_000, LOUD, LOUD]);
	expect(watch.probing).toBe(true);
	play(watch, [30_000, LOUD, LOUD]);
	expect(watch.probing).toBe(false);
});
