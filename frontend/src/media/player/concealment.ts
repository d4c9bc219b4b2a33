import { COMPARED_SAMPLES, findPeriod, MAX_PERIOD_SAMPLES } from "./period";

/** At 48 kHz: 10 ms at full level, then a linear fade, 60 ms in all. */
const FULL_LEVEL_SAMPLES = 480;
export const MAX_CONCEALED_SAMPLES = 2_880;
/** The length of a cross-fade: 5 ms. */
export const OVERLAP_SAMPLES = 240;
/** The step between the last real and the first synthetic sample is spread over this length. */
const SEAM_SAMPLES = 32;

/**
 * Sound that is made up where none came: the last period of the voice, said again and again.
 *
 * As ITU-T G.711, Appendix I, does it. A hole of 20 ms is not heard then; after 60 ms there is
 * silence.
 */
export class Concealment {
	readonly #last = new Float32Array(MAX_PERIOD_SAMPLES);
	#period = 0;
	#step = 0;
	#made = 0;

	/** Whether sound is being synthesised. */
	get active(): boolean {
		return this.#period > 0;
	}

	/**
	 * How many samples to synthesise next: one whole period, so that late sound still fits; 0 at
	 * the end.
	 */
	get portion(): number {
		return Math.max(0, Math.min(this.#period, MAX_CONCEALED_SAMPLES - this.#made));
	}

	/**
	 * Starts from the sound before a place, unless it has started already.
	 *
	 * @param ring - the sound; its length is a power of two
	 * @param end - where it ends
	 * @param kept - how many samples before that are there
	 */
	begin(ring: Float32Array, end: number, kept: number): void {
		if (this.#period > 0) return;
		const most = Math.min(MAX_PERIOD_SAMPLES, kept - COMPARED_SAMPLES);
		const mask = ring.length - 1;
		this.#period = findPeriod(ring, end - COMPARED_SAMPLES, -1, most) ?? most;
		this.#made = 0;
		for (let place = 0; place < this.#period; place++) {
			this.#last[place] = ring[(end - this.#period + place) & mask] ?? 0;
		}
		this.#step = (ring[(end - 1) & mask] ?? 0) - (ring[(end - 1 - this.#period) & mask] ?? 0);
	}

	/** The next synthetic sample. */
	next(): number {
		const at = this.#made++;
		const seam = at < SEAM_SAMPLES ? this.#step * (1 - at / SEAM_SAMPLES) : 0;
		const loudness =
			at < FULL_LEVEL_SAMPLES
				? 1
				: Math.max(0, 1 - (at - FULL_LEVEL_SAMPLES) / (MAX_CONCEALED_SAMPLES - FULL_LEVEL_SAMPLES));
		return ((this.#last[at % this.#period] ?? 0) + seam) * loudness;
	}

	/** Ends the concealment: real sound has arrived. */
	end(): void {
		this.#period = 0;
	}
}
