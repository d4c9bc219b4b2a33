import { describe, expect, it } from "vitest";
import { SAMPLE_RATE_HZ } from "../sample-rate";
import { FADE_SAMPLES, MixedVoice } from "./mixed-voice";

const BLOCK = 128;

/** A voice with so many seconds of a steady sample in its buffer. */
function voice(seconds: number, gain: number): MixedVoice {
	const made = new MixedVoice();
	made.gain = gain;
	made.buffer.write(0, new Float32Array(seconds * SAMPLE_RATE_HZ).fill(0.5));
	return made;
}

/** What comes out in so many blocks, and when it was over (in blocks; -1: it was not). */
function play(made: MixedVoice, blocks: number): { out: Float32Array; over: number; begun: number } {
	const out = new Float32Array(blocks * BLOCK);
	let over = -1;
	let begun = 0;
	for (let block = 0; block < blocks; block++) {
		const told = made.mix([out.subarray(block * BLOCK, (block + 1) * BLOCK)], new Float32Array(BLOCK));
		if (told.begun) begun++;
		if (told.over && over < 0) over = block;
	}
	return { out, over, begun };
}

/** The greatest step from one sample to the next: what is heard as a click. */
function steepest(out: Float32Array): number {
	return out.reduce(
		(most, sample, at) => (at === 0 ? most : Math.max(most, Math.abs(sample - (out[at - 1] ?? 0)))),
		0,
	);
}

const STEP = 0.5 / FADE_SAMPLES + 1e-6;

describe("a voice in the mix", () => {
	it("begins without a click, and says once that it has begun", () => {
		const { out, begun } = play(voice(1, 1), 100);
		expect(begun).toBe(1);
		expect(out[0]).toBeLessThan(STEP);
		expect(steepest(out)).toBeLessThan(STEP);
		expect(out.at(-1)).toBeCloseTo(0.5);
	});

	it("goes over to another gain without a click, within 20 ms", () => {
		const made = voice(1, 1);
		play(made, 50);
		made.gain = 0.2;
		const { out } = play(made, 20);
		expect(steepest(out)).toBeLessThan(STEP);
		expect(out[FADE_SAMPLES]).toBeCloseTo(0.1);
	});

	it("is measured as loud as it is, also while it is not heard", () => {
		const made = voice(1, 0);
		const { out } = play(made, 100);
		expect(out.every((sample) => sample === 0)).toBe(true);
		expect(made.rms(100 * BLOCK)).toBeCloseTo(0.5);
	});
});

describe("a voice that ends", () => {
	it("fades within 20 ms and takes no gain any more", () => {
		const made = voice(1, 1);
		play(made, 50);
		made.end(false);
		made.gain = 1;
		const { out, over } = play(made, 20);
		expect(steepest(out)).toBeLessThan(STEP);
		expect(over).toBe(Math.ceil(FADE_SAMPLES / BLOCK) - 1);
		expect(out.at(-1)).toBe(0);
	});

	it("plays out what has come, if it is to, and fades at its end", () => {
		const made = voice(0.15, 1);
		const before = play(made, 20);
		made.end(true);
		const { out, over } = play(made, 60);
		const heard = [...before.out, ...out].filter((sample) => sample > 0).length;
		expect(heard).toBeGreaterThan(0.14 * SAMPLE_RATE_HZ);
		expect(steepest(out)).toBeLessThan(STEP);
		expect(over).toBeGreaterThan(0);
	});

	it("plays out no more than 0.4 s", () => {
		const made = voice(2, 1);
		play(made, 20);
		made.end(true);
		expect(play(made, 300).over * BLOCK).toBeLessThan(0.43 * SAMPLE_RATE_HZ);
	});

	it("is over at once where nothing of it has come", () => {
		const made = new MixedVoice();
		made.end(true);
		expect(play(made, 1).over).toBe(0);
	});
});
