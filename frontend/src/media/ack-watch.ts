import { WindowedMin } from "@/link";

/** The least lag is looked for over one to two of these. */
const WINDOW_MS = 30_000;
/** What was acknowledged within this says how it is now. */
const RECENT_MS = 1_000;
/** What has waited for longer will never be acknowledged: its stream was given up in another way. */
const ABANDONED_AFTER_MS = 8_000;
/** What has waited for less may just have lost a packet. */
const LONG_WAIT_MS = 500;

/**
 * How much waits to go out, by how long the ends of streams take to be acknowledged.
 *
 * A stream's end is acknowledged a round trip after it has gone out, so that what it takes longer than the
 * least of late it waited here or in the network. Times in milliseconds.
 */
export class AckWatch {
	/** Ends that are not acknowledged yet, by when they were handed over, the oldest first. */
	readonly #waiting = new Set<{ readonly since: number }>();
	readonly #least = new WindowedMin(WINDOW_MS);
	#recent: { at: number; lag: number }[] = [];

	/** A stream's end was handed over; `acknowledged` resolves when it has arrived, rejects where it never will. */
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

	/** How long what is handed over now has to wait; null: nothing tells. */
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
		// Nobody may ask for a long time.
		if (this.#recent.length > 200) this.#recent.splice(0, 100);
	}
}
