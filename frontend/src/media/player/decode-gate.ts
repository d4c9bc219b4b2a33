import type { PlacedFrame } from "../track-reader";

/** How long before its sound is heard a picture is decoded. */
const AHEAD_US = 200_000;
/** A picture further ahead of the sound than this belongs to another clock. */
const OTHER_CLOCK_US = 1_500_000;
/** The longest queue. */
const MAX_WAITING_FRAMES = 90;

/**
 * Keeps pictures back until shortly before their sound is heard.
 *
 * A decoder lends out some dozen pictures and then stands still until it gets them back; so where
 * sound is played half a second after it came, the pictures have to wait before they are decoded.
 */
export class DecodeGate {
	readonly #waiting: PlacedFrame[] = [];

	/** Whether the queue is empty. */
	get empty(): boolean {
		return this.#waiting.length === 0;
	}

	/** Adds the next frame. */
	push(frame: PlacedFrame): void {
		this.#waiting.push(frame);
	}

	/**
	 * Removes and returns the frames that are due, in order.
	 *
	 * @param heard - what of the sound is at the ear now, in microseconds by the same clock; null: nothing is
	 */
	take(heard: number | null): PlacedFrame[] {
		const last = this.#waiting.at(-1);
		if (last === undefined) return [];
		let due = Math.max(0, this.#waiting.length - MAX_WAITING_FRAMES);
		if (heard === null || last.timestamp - heard > OTHER_CLOCK_US) due = this.#waiting.length;
		while (due < this.#waiting.length && (this.#waiting[due]?.timestamp ?? 0) <= (heard ?? 0) + AHEAD_US)
			due++;
		return this.#waiting.splice(0, due);
	}
}
