import { describe, expect, it } from "vitest";
import { SAMPLE_RATE_HZ } from "../sample-rate";
import { Mix } from "./mix";
import { FADE_SAMPLES } from "./mixed-voice";

const BLOCK = 128;
const [OLD, NEW, OTHER] = [1, 2, 3];
/** Blocks until a voice with sound enough plays, and until what fades has faded. */
const [BEGIN, FADED] = [2, Math.ceil(FADE_SAMPLES / BLOCK) + 1];

/** A second of a steady sample. */
function sound(mix: Mix, voice: number, sample: number): void {
	mix.take({ type: "sound", voice, at: 0, samples: new Float32Array(SAMPLE_RATE_HZ).fill(sample) });
}

/** The last sample of so many blocks. */
function play(mix: Mix, blocks: number): number {
	let out = new Float32Array(BLOCK);
	for (let block = 0; block < blocks; block++) {
		out = new Float32Array(BLOCK);
		mix.mix([out]);
	}
	return out.at(-1) ?? Number.NaN;
}

/** A mix in which one voice is heard, at 0.5. */
function heard(): Mix {
	const mix = new Mix();
	mix.take({ type: "gain", voice: OLD, gain: 1 });
	sound(mix, OLD, 0.5);
	expect(play(mix, BEGIN + FADED)).toBeCloseTo(0.5);
	return mix;
}

describe("a voice that yields to another", () => {
	it("is heard until the other plays, and fades then", () => {
		const mix = heard();
		mix.take({ type: "gain", voice: NEW, gain: 1 });
		mix.take({ type: "yield", voice: OLD, gain: 0, to: [NEW] });
		expect(play(mix, FADED)).toBeCloseTo(0.5);
		sound(mix, NEW, 0.25);
		expect(play(mix, BEGIN + FADED)).toBeCloseTo(0.25);
	});

	it("waits for all of them", () => {
		const mix = heard();
		mix.take({ type: "yield", voice: OLD, gain: 0, to: [NEW, OTHER] });
		sound(mix, NEW, 0.25);
		expect(play(mix, BEGIN + FADED)).toBeCloseTo(0.5);
		sound(mix, OTHER, 0.25);
		expect(play(mix, BEGIN + FADED)).toBe(0);
	});

	it("fades at once where they play already", () => {
		const mix = heard();
		sound(mix, NEW, 0.25);
		play(mix, BEGIN);
		mix.take({ type: "yield", voice: OLD, gain: 0.5, to: [NEW] });
		expect(play(mix, FADED)).toBeCloseTo(0.25);
	});

	it("goes on where another gain is said meanwhile", () => {
		const mix = heard();
		mix.take({ type: "yield", voice: OLD, gain: 0, to: [NEW] });
		mix.take({ type: "gain", voice: OLD, gain: 1 });
		sound(mix, NEW, 0.25);
		expect(play(mix, BEGIN + FADED)).toBeCloseTo(0.5);
	});
});

describe("a voice that has ended", () => {
	it("is played out, but gives way to one that begins", () => {
		const mix = heard();
		mix.take({ type: "end", voice: OLD, drain: true });
		expect(play(mix, FADED)).toBeCloseTo(0.5);
		mix.take({ type: "gain", voice: NEW, gain: 1 });
		sound(mix, NEW, 0.25);
		expect(play(mix, BEGIN + FADED)).toBeCloseTo(0.25);
		expect(mix.states(BLOCK).map(([voice]) => voice)).toEqual([NEW]);
	});
});
