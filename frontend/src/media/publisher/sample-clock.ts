/**
 * The share of each observed error that is corrected: a mean over some seconds of 20 ms packets.
 */
const CORRECTION_SHARE = 0.005;
/** A larger error than this is a jump, as after sleep: the clock is reset. */
const JUMP_US = 150_000;

/**
 * Turns a count of samples into microseconds of the page's own clock, which pictures go by too.
 *
 * A sound card's 48,000 samples are not exactly a second: without correction sound and picture
 * would part by some tenths of a second in an hour.
 */
export class SampleClock {
	readonly #rate: number;
	/** The time of sample 0, in microseconds. */
	#anchor: number | null = null;

	/** @param rate - samples a second */
	constructor(rate: number) {
		this.#rate = rate;
	}

	/**
	 * The microsecond of a sample, as a whole number.
	 *
	 * @param sample - how many samples came before it
	 * @param seen - the microsecond, by the page's clock, at which it was expected to be captured
	 */
	at(sample: number, seen: number): number {
		const elapsed = (sample * 1e6) / this.#rate;
		if (this.#anchor === null || Math.abs(seen - this.#anchor - elapsed) > JUMP_US)
			this.#anchor = seen - elapsed;
		else this.#anchor += (seen - this.#anchor - elapsed) * CORRECTION_SHARE;
		return Math.max(0, Math.round(this.#anchor + elapsed));
	}
}

/** The page's own clock, in microseconds: one for all that a seat sends. */
export function nowMicros(): number {
	return Math.round(performance.now() * 1000);
}
