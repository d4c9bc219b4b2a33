/** How many round trips are remembered: at one every 3 s, what the last minute and a half showed. */
const REMEMBERED = 30;

interface RoundTrip {
	/** Milliseconds from the question to the answer. */
	delay: number;
	/** Server's clock less ours, in milliseconds, if both ways took equally long. */
	offset: number;
}

/**
 * The server's clock, estimated from what the server says and how long its answers take.
 *
 * `local` is a clock of our own that never jumps, in milliseconds. Of the round trips remembered the
 * quickest is believed, as it leaves the least room for error. Until there is one, what the server has
 * said without being asked is a lower bound: its clock can only have moved on since.
 */
export class ServerClock {
	readonly #local: () => number;
	#trips: RoundTrip[] = [];
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
		this.#trips.push({ delay: arrived - asked, offset: now - (asked + arrived) / 2 });
		if (this.#trips.length > REMEMBERED) this.#trips.shift();
		this.heard(now);
	}

	/** Forgets everything but the present estimate: our own clock may have stood still, as in sleep. */
	restart(now: number): void {
		this.#trips = [];
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
		let best: RoundTrip | null = null;
		for (const trip of this.#trips) if (best === null || trip.delay < best.delay) best = trip;
		if (best === null) return this.#bound ?? 0;
		return this.#bound === null ? best.offset : Math.max(best.offset, this.#bound);
	}
}
