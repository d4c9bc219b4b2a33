import { WindowedMin } from "./windowed-min";

/** A round trip is remembered for one to two of these. */
const WINDOW_MS = 45_000;

/**
 * The server's clock, estimated from what the server says and how long its answers take.
 *
 * `local` is a clock of our own that never jumps, in milliseconds. Of the round trips remembered the
 * quickest is believed, as it leaves the least room for error. Until there is one, what the server has
 * said without being asked is a lower bound: its clock can only have moved on since.
 */
export class ServerClock {
	readonly #local: () => number;
	/** How long the round trips took; with each, our clock's lag if both ways took equally long (ms). */
	readonly #trips = new WindowedMin<number>(WINDOW_MS);
	#bound: number | null = null;

	constructor(local: () => number = () => performance.timeOrigin + performance.now()) {
		this.#local = local;
	}

	/** The server said that it is `now`, unasked. */
	heard(now: number): void {
		const bound = now - this.#local();
		if (this.#bound === null || bound > this.#bound) this.#bound = bound;
	}

	/** The server answered that it is `now` to a question asked at `asked` by our own clock. */
	answered(now: number, asked: number): void {
		const arrived = this.#local();
		this.#trips.push(arrived, arrived - asked, now - (asked + arrived) / 2);
		this.heard(now);
	}

	/** Forgets everything but the present estimate: our own clock may have stood still, as in sleep. */
	restart(now: number): void {
		this.#trips.restart();
		this.#bound = now - this.#local();
	}

	/** Our own clock. */
	local(): number {
		return this.#local();
	}

	/** The server's clock, in milliseconds since 1970. */
	now(): number {
		return this.#local() + this.#offset();
	}

	#offset(): number {
		const offset = this.#trips.tag;
		if (offset === null) return this.#bound ?? 0;
		return this.#bound === null ? offset : Math.max(offset, this.#bound);
	}
}
