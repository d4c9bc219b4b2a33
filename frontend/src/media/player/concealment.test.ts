import { describe, expect, it } from "vitest";
import { Concealment, MAX_CONCEALED_SAMPLES } from "./concealment";

const RING = 4_096;
const KEPT = 960;
const END = 5_000;

/** A ring with this sound before its end. */
function ring(sound: (at: number) => number): Float32Array {
	const made = new Float32Array(RING);
	for (let at = END - KEPT; at < END; at++) made[at % RING] = sound(at);
	return made;
}

/** What is made up after it. */
function made(sound: (at: number) => number, count = MAX_CONCEALED_SAMPLES): number[] {
	const concealment = new Concealment();
	concealment.begin(ring(sound), END, KEPT);
	return Array.from({ length: count }, () => concealment.next());
}

const loudest = (samples: readonly number[]): number =>
	samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);

describe("Concealment", () => {
	it.each([120, 220, 440, 1_000])("goes on with a voice of %i Hz, in its phase", (hertz) => {
		const voice = (at: number): number => 0.5 * Math.sin((2 * Math.PI * hertz * at) / 48_000);
		for (const [place, sample] of made(voice, 480).entries()) {
			expect(Math.abs(sample - voice(END + place))).toBeLessThan(0.1);
		}
	});

	it("grows quieter, until there is silence", () => {
		const samples = made((at) => 0.5 * Math.sin((2 * Math.PI * 200 * at) / 48_000));
		expect(loudest(samples.slice(0, 480))).toBeGreaterThan(0.45);
		expect(loudest(samples.slice(1_500, 1_800))).toBeLessThan(0.35);
		expect(loudest(samples.slice(-48))).toBeLessThan(0.02);
	});

	it("goes on with a hiss, no louder than it was", () => {
		let seed = 1;
		const noise = Array.from({ length: END }, () => {
			seed = (seed * 48_271) % 2_147_483_647;
			return seed / 1_073_741_824 - 1;
		});
		const samples = made((at) => 0.1 * (noise[at] ?? 0), 480);
		expect(loudest(samples)).toBeGreaterThan(0.05);
		expect(loudest(samples)).toBeLessThan(0.31);
	});

	it("makes silence of silence", () => {
		expect(loudest(made(() => 0))).toBe(0);
	});

	it("comes in whole periods, for 60 ms in all, and begins again after sound", () => {
		const voice = ring((at) => Math.sin((2 * Math.PI * at) / 700));
		const concealment = new Concealment();
		expect(concealment.active).toBe(false);
		concealment.begin(voice, END, KEPT);
		expect(concealment.active).toBe(true);
		const portions: number[] = [];
		for (let portion = concealment.portion; portion > 0; portion = concealment.portion) {
			portions.push(portion);
			for (let at = 0; at < portion; at++) concealment.next();
		}
		expect(portions.reduce((sum, portion) => sum + portion, 0)).toBe(MAX_CONCEALED_SAMPLES);
		expect(new Set(portions.slice(0, -1)).size).toBe(1);
		// While it lasts it goes on.
		concealment.begin(voice, END, KEPT);
		expect(concealment.portion).toBe(0);
		concealment.end();
		concealment.begin(voice, END, KEPT);
		expect(concealment.portion).toBe(portions[0]);
	});
});
