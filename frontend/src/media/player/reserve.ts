import { SAMPLES_PER_MS } from "../sample-rate";

/** The initial reserve and its limits. */
const FIRST_RESERVE_SAMPLES = 50 * SAMPLES_PER_MS;
export const MIN_RESERVE_SAMPLES = 40 * SAMPLES_PER_MS;
const MAX_RESERVE_SAMPLES = 600 * SAMPLES_PER_MS;
/** Added to the longest delay observed. */
const MARGIN_SAMPLES = 25 * SAMPLES_PER_MS;
/** The reserve shrinks by at most this share after each such spell without late packets … */
const SHRINK_SHARE = 0.15;
const SHRINK_AFTER_SAMPLES = 10_000 * SAMPLES_PER_MS;
/**
 * … and never below what was needed in the latest spells: what happens twice a minute will happen
 * again.
 */
const REMEMBERED_SPELLS = 6;
/**
 * The same, once, after the cause of lateness was removed: by most of what was not needed since.
 */
const EASED_SHRINK_SHARE = 0.75;
const EASED_SHRINK_AFTER_SAMPLES = 4_000 * SAMPLES_PER_MS;
/** The time until the depth has reached the reserve, so that the spare time is meaningful. */
const SETTLED_AFTER_SAMPLES = 2_000 * SAMPLES_PER_MS;
/** Late packets within this time of each other have one cause. */
const TOGETHER_SAMPLES = 1_000 * SAMPLES_PER_MS;

/**
 * How much sound a jitter buffer tries to keep: it grows by what came too late, and shrinks slowly
 * while all is well. Its clock is the number of samples read.
 */
export class Reserve {
	#samples = FIRST_RESERVE_SAMPLES;
	/** As it was before the latest cause of lateness. */
	#before = FIRST_RESERVE_SAMPLES;
	/** Samples read since the latest late packet. */
	#calm = TOGETHER_SAMPLES + 1;
	/** Whether the cause of earlier late packets was removed, see `ease`. */
	#eased = false;
	/** `#spare` of the previous spells. */
	#spares: number[] = [];
	/** The least time that a packet had to spare since something was late or the reserve shrank. */
	#spare = Number.POSITIVE_INFINITY;

	/** The reserve, in samples. */
	get samples(): number {
		return this.#samples;
	}

	/** Notes that a packet came so many samples before it was due, or, below 0, after. */
	spared(samples: number): void {
		this.#spare = Math.min(this.#spare, samples);
	}

	/** Notes that sound came so many milliseconds too late to be played. */
	late(ms: number): void {
		// Packets late together have one cause, which counts once, by the latest of them.
		if (this.#calm > TOGETHER_SAMPLES) this.#before = this.#samples;
		const wanted = Math.min(MAX_RESERVE_SAMPLES, this.#before + ms * SAMPLES_PER_MS + MARGIN_SAMPLES);
		if (wanted > this.#samples) this.#samples = wanted;
		this.#calm = 0;
		this.#spare = Number.POSITIVE_INFINITY;
		// Packets that were in flight when the cause was removed say nothing about the future.
		if (!this.#eased) this.#spares = [...this.#spares, MARGIN_SAMPLES].slice(-REMEMBERED_SPELLS);
	}

	/** Notes that the cause of lateness is gone. */
	ease(): void {
		this.#eased = true;
		this.#spares = [];
	}

	/** Notes that packets may soon be late by so many milliseconds. */
	brace(ms: number): void {
		this.#samples = Math.max(this.#samples, Math.min(MAX_RESERVE_SAMPLES, ms * SAMPLES_PER_MS));
		this.#calm = 0;
	}

	/**
	 * Advances the clock by samples read; at the end of a spell without late packets it shrinks.
	 */
	tick(count: number): void {
		const before = this.#calm;
		this.#calm += count;
		if (this.#eased && before < SETTLED_AFTER_SAMPLES && this.#calm >= SETTLED_AFTER_SAMPLES) {
			this.#spare = Number.POSITIVE_INFINITY;
		}
		if (this.#calm < (this.#eased ? EASED_SHRINK_AFTER_SAMPLES : SHRINK_AFTER_SAMPLES)) return;
		this.#calm = TOGETHER_SAMPLES + 1;
		this.#spares = [...this.#spares, this.#spare].slice(-REMEMBERED_SPELLS);
		const surplus = Math.max(0, Math.min(...this.#spares) - MARGIN_SAMPLES);
		// By at most half of the unused time: the next late packet may be a little later.
		const shrink = this.#eased
			? surplus * EASED_SHRINK_SHARE
			: Math.min(surplus / 2, this.#samples * SHRINK_SHARE);
		this.#eased = false;
		const kept = Math.max(MIN_RESERVE_SAMPLES, this.#samples - shrink);
		// A smaller reserve leaves as much less time to spare.
		this.#spares = this.#spares.map((spare) => spare - (this.#samples - kept));
		this.#samples = kept;
		this.#spare = Number.POSITIVE_INFINITY;
	}
}
