/** The least delay is looked for over one to two of these, in milliseconds. */
const WINDOW = 30_000;

/**
 * How late what comes is, beyond the least that it was of late.
 *
 * The publisher's clock is not ours; but what came quickest waited nowhere, so all else is compared to it.
 */
export class DelayMeter {
	#leastNow = Number.POSITIVE_INFINITY;
	#leastBefore = Number.POSITIVE_INFINITY;
	#windowEnds = 0;
	#delays: number[] = [];
	#arrived: number | null = null;

	/** When something came last; null: nothing has. */
	get arrived(): number | null {
		return this.#arrived;
	}

	/**
	 * Something came. Returns how late it is beyond the least of late, in milliseconds.
	 *
	 * @param timestamp - microseconds by the publisher's clock
	 * @param arrived - milliseconds by ours
	 */
	push(timestamp: number, arrived: number): number {
		const delay = arrived - timestamp / 1_000;
		if (arrived > this.#windowEnds) {
			this.#windowEnds = arrived + WINDOW;
			this.#leastBefore = this.#leastNow;
			this.#leastNow = Number.POSITIVE_INFINITY;
		}
		this.#leastNow = Math.min(this.#leastNow, delay);
		this.#delays.push(delay);
		this.#arrived = arrived;
		return delay - this.#least;
	}

	/** The median of what came since this was last asked, in milliseconds beyond the least; null: nothing came. */
	take(): number | null {
		const delays = this.#delays.sort((a, b) => a - b);
		const median = delays[Math.floor(delays.length / 2)];
		this.#delays = [];
		return median === undefined ? null : median - this.#least;
	}

	get #least(): number {
		return Math.min(this.#leastNow, this.#leastBefore);
	}
}
