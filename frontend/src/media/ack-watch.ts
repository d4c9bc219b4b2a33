import { WindowedMin } from "@/link";

/** The window of the minimum that acknowledgement delays are compared to. */
const WINDOW_MS = 30_000;
/** Acknowledgements older than this say nothing about the present backlog. */
const RECENT_MS = 1_000;
/** A stream end that waits longer than this will never be acknowledged: the stream was reset. */
const ABANDONED_AFTER_MS = 8_000;
/** A shorter wait may be a single lost packet and is not counted as backlog. */
const LONG_WAIT_MS = 500;

/**
 * How much waits to go out, by how long the ends of streams take to be acknowledged.
 *
 * A stream's end is acknowledged a round trip after it has gone out, so that what it takes longer
 * than the least of late it waited here or in the network. Times in milliseconds.
 */
export class AckWatch {
	/**
	 * Stream ends that are not acknowledged yet, with the time at which each was handed over,
	 * oldest first.
	 */
	readonly #waiting = new Set<{ readonly since: number }>();
	readonly #least = new WindowedMin(WINDOW_MS);
	#recent: { at: number; lag: number }[] = [];

	/**
	 * A stream's end was handed over; `acknowledged` resolves when it has arrived, rejects where it
	 * never will.
	 */
	ended(acknowledged: Promise<unknown>, clock: () => number): void {
		const end = { since: clock() };
		this.#waiting.add(end);
		acknowledged.then(
			() => {
				this.#waiting.delete(end);
				this.#took(clock() - end.since, clock());
			},
			() => this.#waiting.delete(end),
		);
	}

	/**
	 * For how long data handed over now will wait before it is sent, in milliseconds; null if
	 * unknown.
	 */
	backlog(now: number): number | null {
		this.#recent = this.#recent.filter(({ at }) => at > now - RECENT_MS);
		const lags = this.#recent.map(({ lag }) => lag).sort((a, b) => a - b);
		const median = lags[Math.floor(lags.length / 2)] ?? 0;
		for (const end of this.#waiting) if (now - end.since > ABANDONED_AFTER_MS) this.#waiting.delete(end);
		const [oldest] = this.#waiting;
		const waited = oldest === undefined ? 0 : now - oldest.since;
		const lag = Math.max(median, waited > LONG_WAIT_MS ? waited : 0);
		return lag === 0 ? null : Math.max(0, lag - (this.#least.value ?? 0));
	}

	#took(lag: number, now: number): void {
		this.#least.push(now, lag);
		this.#recent.push({ at: now, lag });
		// Nobody may call `backlog` for a long time.
		if (this.#recent.length > 200) this.#recent.splice(0, 100);
	}
}
