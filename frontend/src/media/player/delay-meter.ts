import { WindowedMin } from "@/link";

/** The window of the minimum that delays are compared to. */
const WINDOW_MS = 30_000;

/**
 * A packet that arrives at least this long after a later one was lost and retransmitted; less is
 * jitter.
 */
const OVERTAKEN_BY_MS = 30;

/**
 * What arrived on a track in some time. Delays are relative to the windowed minimum, in
 * milliseconds.
 */
export interface Delays {
	median: number;
	least: number;
	/** How many packets were overtaken by their successor. In a queue, however long, none is. */
	overtaken: number;
}

/**
 * How late what comes is, beyond the least that it was of late.
 *
 * The publisher's clock is not ours; but what came quickest waited nowhere, so all else is compared
 * to it.
 */
export class DelayMeter {
	readonly #leastDelay = new WindowedMin(WINDOW_MS);
	#delays: number[] = [];
	#overtaken = 0;
	#arrived: number | null = null;

	/** The latest arrival; null if there was none. */
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
		this.#leastDelay.push(arrived, delay);
		this.#delays.push(delay);
		if (this.#arrived !== null && this.#arrived - arrived > OVERTAKEN_BY_MS) this.#overtaken++;
		this.#arrived = arrived;
		return delay - this.#least;
	}

	/** The delays since the previous call; null if nothing arrived. */
	take(): Delays | null {
		const delays = this.#delays.sort((a, b) => a - b).map((delay) => delay - this.#least);
		const [least, median] = [delays[0], delays[Math.floor(delays.length / 2)]];
		const overtaken = this.#overtaken;
		this.#delays = [];
		this.#overtaken = 0;
		return least === undefined || median === undefined ? null : { median, least, overtaken };
	}

	get #least(): number {
		return this.#leastDelay.value ?? 0;
	}
}
