import { describe, expect, it } from "vitest";
import { amplitude, decibels, LIMITS, Limiter } from "./limiter";

const SAMPLE_RATE_HZ = 48_000;

/** Runs a mono signal through a limiter in the blocks of an AudioWorklet. */
function limited(signal: Float32Array): Float32Array {
	const limiter = new Limiter(SAMPLE_RATE_HZ);
	const out = new Float32Array(signal.length);
	for (let at = 0; at < signal.length; at += 128) {
		const block = signal.subarray(at, at + 128);
		limiter.process([block], [out.subarray(at, at + block.length)]);
	}
	return out;
}

function tone(seconds: number, level: (second: number) => number, frequency = 440): Float32Array {
	return Float32Array.from(
		{ length: seconds * SAMPLE_RATE_HZ },
		(_, n) => level(n / SAMPLE_RATE_HZ) * Math.sin((2 * Math.PI * frequency * n) / SAMPLE_RATE_HZ),
	);
}

const rms = (samples: Float32Array): number =>
	Math.sqrt(samples.reduce((power, sample) => power + sample * sample, 0) / samples.length);
const peak = (samples: Float32Array): number =>
	samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

describe("the limiter", () => {
	it("leaves speech as it was, only later", () => {
		const signal = tone(1, (s) => amplitude(-18) * (0.6 + 0.4 * Math.sin(2 * Math.PI * 4 * s)));
		const { delay } = new Limiter(SAMPLE_RATE_HZ);
		const out = limited(signal);
		for (let n = delay; n < signal.length; n += 7) expect(out[n]).toBeCloseTo(signal[n - delay] ?? 0, 6);
	});

	it("lets no sample past the ceiling, not the first of a bang either", () => {
		const signal = tone(0.5, (s) => (s < 0.2 ? 0.01 : 1), 3000);
		signal[2000] = 1;
		signal[2001] = -4;
		expect(decibels(peak(limited(signal)))).toBeLessThanOrEqual(LIMITS.ceiling + 1e-4);
	});

	it.each([100, 1000, 8000])("holds a howl of %i Hz down to what may last", (frequency) => {
		const out = limited(tone(1, () => 1, frequency));
		const later = out.subarray(0.2 * SAMPLE_RATE_HZ);
		expect(decibels(rms(later))).toBeLessThan(LIMITS.lasting + 1);
		expect(decibels(rms(later))).toBeGreaterThan(LIMITS.lasting - 4);
	});

	it("does not click: its gain falls over the time that it looks ahead", () => {
		const limiter = new Limiter(SAMPLE_RATE_HZ);
		const block = [new Float32Array(1)];
		let before = 1;
		let steepest = 0;
		for (let n = 0; n < SAMPLE_RATE_HZ / 10; n++) {
			limiter.process([Float32Array.of(n > 1000 && n < 1100 ? 1 : 0.05)], block);
			steepest = Math.max(steepest, Math.abs(limiter.gain - before));
			before = limiter.gain;
		}
		expect(steepest).toBeLessThan(1.01 / limiter.delay);
	});

	it("lets go after a bang", () => {
		const signal = tone(3, (s) => (s < 0.05 ? 1 : amplitude(-30)));
		const out = limited(signal);
		const end = signal.length - SAMPLE_RATE_HZ / 2;
		expect(decibels(rms(out.subarray(end)) / rms(signal.subarray(end)))).toBeGreaterThan(-0.5);
	});

	it("keeps both ears alike", () => {
		const limiter = new Limiter(SAMPLE_RATE_HZ);
		const left = tone(0.2, () => 1);
		const right = left.map((sample) => sample / 2);
		const out = [new Float32Array(left.length), new Float32Array(left.length)] as const;
		limiter.process([left, right], out);
		for (let n = 0; n < left.length; n += 11) expect(out[1][n]).toBeCloseTo((out[0][n] ?? 0) / 2, 5);
	});
});
