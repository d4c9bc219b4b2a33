import { expect, it } from "vitest";
import { COMPARED_SAMPLES, findPeriod } from "./period";

const SIZE = 4_096;
const AT = 1_500;

const ring = (sound: (place: number) => number): Float32Array =>
	Float32Array.from({ length: SIZE }, (_, place) => sound(place));

/** A small generator of its own, so that a failure can be repeated. */
function noise(): () => number {
	let seed = 1;
	return () => {
		seed = (seed * 48_271) % 2_147_483_647;
		return seed / 2_147_483_647 - 0.5;
	};
}

it.each([1, -1] as const)("finds whole periods of a voice, as many as may be left out (%i)", (towards) => {
	// 125 Hz with overtones: a period of 384 samples.
	const voice = ring((place) => {
		const turn = (2 * Math.PI * place) / 384;
		return Math.sin(turn) + 0.5 * Math.sin(2 * turn + 1) + 0.3 * Math.sin(5 * turn + 2);
	});
	expect(findPeriod(voice, AT, towards)).toBe(384);
});

it("takes no more than it may", () => {
	const high = ring((place) => Math.sin((2 * Math.PI * place) / 96));
	expect(findPeriod(high, AT, 1)).toBe(672);
	expect(findPeriod(high, AT, 1, 300)).toBe(288);
	expect(findPeriod(high, AT, 1, 100)).toBeNull();
});

it("finds nothing in sound that is like itself nowhere", () => {
	const chance = noise();
	expect(findPeriod(ring(chance), AT, 1)).toBeNull();
});

it("does not join a sound to silence", () => {
	const ends = ring((place) => (place < AT + COMPARED_SAMPLES ? Math.sin((2 * Math.PI * place) / 2_000) : 0));
	expect(findPeriod(ends, AT, 1)).toBeNull();
});
