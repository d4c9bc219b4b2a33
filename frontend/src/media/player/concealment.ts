import { COMPARED_SAMPLES, findPeriod, MAX_PERIOD_SAMPLES } from "./period";

/** At 48 kHz: for 10 ms as loud as before, then ever more quietly, for 60 ms in all. */
const FULL_LEVEL_SAMPLES = 480;
export const MAX_CONCEALED_SAMPLES = 2_880;
/** So many samples are taken to go from one sound over into the other: 5 ms. */
export const OVERLAP_SAMPLES = 240;
/** The step from the last sample to the first one made up is spread over so many. */
const SEAM_SAMPLES = 32;

/**
 * Sound that is made up where none came: the last period of the voice, said again and again.
 *
 * As ITU-T G.711, Appendix I, does it. A hole of 20 ms is not heard then; after 60 ms there is silence.
 */
export class Concealment {
	readonly #last = new Float32Array(MAX_PERIOD_SAMPLES);
	#period = 0;
	#step = 0;
	#made = 0;

	/** Whether sound is being made up. */
	get active(): boolean {
		return this.#period > 0;
	}

	/** How many samples to make next: a whole period, after which what was waited for fits; 0: it is over. */
	get portion(): number {
		return Math.max(0, Math.min(this.#period, MAX_CONCEALED_SAMPLES - this.#made));
	}

	/**
	 * Begins with the sound before a place, unless it has begun.
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

	/** The next sample of it. */
	next(): number {
		const at = this.#made++;
		const seam = at < SEAM_SAMPLES ? this.#step * (1 - at / SEAM_SAMPLES) : 0;
		const loudness =
			at < FULL_LEVEL_SAMPLES
				? 1
				: Math.max(0, 1 - (at - FULL_LEVEL_SAMPLES) / (MAX_CONCEALED_SAMPLES - FULL_LEVEL_SAMPLES));
		return ((this.#last[at % this.#period] ?? 0) + seam) * loudness;
	}

	/** There is sound again. */
	end(): void {
		this.#period = 0;
	}
}
