/** What the limiter holds the sound to. docs/interpretation.md says why these. */
export const LIMITS = {
	/** The peak ceiling: no sample exceeds it. In dBFS. */
	ceiling: -6,
	/** The ceiling of sustained loudness (root mean square over `window`), in dBFS. */
	lasting: -14,
	/** The time over which "lasting" is measured, in seconds. */
	window: 0.1,
	/** The look-ahead, which is also the attack time, in seconds. */
	ahead: 0.005,
	/** The release time constant: the time in which 63 % of the reduction ends, in seconds. */
	release: 0.25,
} as const;

/** An amplitude as dB of full scale; minus infinity for silence. */
export function decibels(amplitude: number): number {
	return 20 * Math.log10(amplitude);
}

/** dB of full scale as an amplitude. */
export function amplitude(decibels: number): number {
	return 10 ** (decibels / 20);
}

/** The minimum of the last `length` numbers that were put in. */
class SlidingLeast {
	readonly #length: number;
	/** Candidates for the minimum in a ring, in ascending order (a monotonic queue). */
	readonly #values: Float64Array;
	readonly #places: Float64Array;
	#first = 0;
	#count = 0;
	#place = 0;

	constructor(length: number) {
		this.#length = length;
		this.#values = new Float64Array(length);
		this.#places = new Float64Array(length);
	}

	push(value: number): number {
		const { length } = this.#values;
		while (this.#count > 0 && (this.#values[(this.#first + this.#count - 1) % length] ?? 0) >= value)
			this.#count--;
		if (this.#count > 0 && (this.#places[this.#first] ?? 0) <= this.#place - this.#length) {
			this.#first = (this.#first + 1) % length;
			this.#count--;
		}
		const at = (this.#first + this.#count) % length;
		this.#values[at] = value;
		this.#places[at] = this.#place;
		this.#count++;
		this.#place++;
		return this.#values[this.#first] ?? 1;
	}
}

/**
 * Holds sound down that could hurt: no sample passes the ceiling, and nothing that lasts is louder
 * than loud speech.
 *
 * Sound comes out `delay` samples later, so that the gain is down before a peak is there: it falls
 * over that time and never jumps. The gain is never above 1: what is soft stays as it was.
 */
export class Limiter {
	/** The latency in samples. */
	readonly delay: number;
	readonly #ceiling = amplitude(LIMITS.ceiling);
	readonly #lasting = amplitude(LIMITS.lasting);
	readonly #letGo: number;
	readonly #forget: number;
	readonly #least: SlidingLeast;
	/** The latest gains before smoothing, and their sum: the applied gain is their mean. */
	readonly #gains: Float64Array;
	#sum: number;
	#rings: Float32Array[] = [];
	#place = 0;
	#held = 1;
	#power = 0;
	#gain = 1;

	/** @param rate - samples a second */
	constructor(rate: number) {
		this.delay = Math.max(1, Math.round(LIMITS.ahead * rate));
		this.#letGo = 1 - Math.exp(-1 / (LIMITS.release * rate));
		this.#forget = 1 - Math.exp(-1 / (LIMITS.window * rate));
		this.#least = new SlidingLeast(this.delay + 1);
		this.#gains = new Float64Array(this.delay).fill(1);
		this.#sum = this.delay;
	}

	/** The gain of the last sample, from 0 to 1. */
	get gain(): number {
		return this.#gain;
	}

	/**
	 * Takes in sound, a block for each channel, and fills blocks as long with what came in `delay`
	 * samples before.
	 */
	process(input: readonly Float32Array[], output: readonly Float32Array[]): void {
		while (this.#rings.length < output.length) this.#rings.push(new Float32Array(this.delay));
		const count = output[0]?.length ?? 0;
		for (let index = 0; index < count; index++) {
			let peak = 0;
			for (const channel of input) peak = Math.max(peak, Math.abs(channel[index] ?? 0));
			this.#judge(peak);
			output.forEach((out, channel) => {
				const ring = this.#rings[channel] as Float32Array;
				const sample = (ring[this.#place] ?? 0) * this.#gain;
				// Rounding may leave a sample just above the ceiling.
				out[index] = Math.min(this.#ceiling, Math.max(-this.#ceiling, sample));
				ring[this.#place] = input[channel]?.[index] ?? 0;
			});
			this.#place = (this.#place + 1) % this.delay;
		}
	}

	/** The gain for the sample that leaves the delay line while one with this peak enters it. */
	#judge(peak: number): void {
		this.#power += (peak * peak - this.#power) * this.#forget;
		const loudness = Math.sqrt(this.#power);
		const bears = Math.min(
			1,
			peak > this.#ceiling ? this.#ceiling / peak : 1,
			loudness > this.#lasting ? this.#lasting / loudness : 1,
		);
		this.#held = Math.min(this.#least.push(bears), this.#held + (1 - this.#held) * this.#letGo);
		this.#sum += this.#held - (this.#gains[this.#place] ?? 1);
		this.#gains[this.#place] = this.#held;
		this.#gain = Math.min(1, this.#sum / this.delay);
	}
}
