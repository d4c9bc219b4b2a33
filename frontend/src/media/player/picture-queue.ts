/** A picture may be shown this much before its sound and still count as in step. */
const IN_STEP_US = 15_000;
/** A picture further ahead of the sound than this belongs to another clock. */
const OTHER_CLOCK_US = 1_500_000;
/** The longest queue: decoders lend out a limited number of pictures. */
const MAX_KEPT_FRAMES = 24;

/** Something with a timestamp in microseconds that has to be closed after use. */
export interface Timed {
	readonly timestamp: number;
	close(): void;
}

/** A queue of decoded pictures that wait until their sound is heard. */
export class PictureQueue<Picture extends Timed> {
	readonly #waiting: Picture[] = [];

	/** Whether the queue is empty. */
	get empty(): boolean {
		return this.#waiting.length === 0;
	}

	/** Adds the next picture. */
	push(picture: Picture): void {
		this.#waiting.push(picture);
		if (this.#waiting.length > MAX_KEPT_FRAMES) this.#waiting.shift()?.close();
	}

	/**
	 * The picture to show now, if there is a new one. Older ones are closed; the caller closes this
	 * one.
	 *
	 * @param heard - what of the sound is at the ear now, by the same clock; null: nothing is
	 */
	take(heard: number | null): Picture | undefined {
		let due = this.#waiting.length;
		const first = this.#waiting[0];
		if (heard !== null && first && first.timestamp - heard < OTHER_CLOCK_US) {
			due = 0;
			while ((this.#waiting[due]?.timestamp ?? Number.POSITIVE_INFINITY) <= heard + IN_STEP_US) due++;
		}
		const [...passed] = this.#waiting.splice(0, due);
		const shown = passed.pop();
		for (const picture of passed) picture.close();
		return shown;
	}

	/** Closes all pictures. */
	close(): void {
		for (const picture of this.#waiting.splice(0)) picture.close();
	}
}
