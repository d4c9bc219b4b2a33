/** A picture shown this much before its sound is in step with it, in microseconds. */
const IN_STEP_US = 15_000;
/** A picture that is further ahead of the sound than this is by another clock. */
const OTHER_CLOCK_US = 1_500_000;
/** Decoders lend their pictures: more than this are not kept. */
const MAX_KEPT_FRAMES = 24;

/** What is kept: something with a timestamp in microseconds, that has to be given back. */
export interface Timed {
	readonly timestamp: number;
	close(): void;
}

/** Decoded pictures that wait until their sound is heard. */
export class PictureQueue<Picture extends Timed> {
	readonly #waiting: Picture[] = [];

	/** Whether any wait. */
	get empty(): boolean {
		return this.#waiting.length === 0;
	}

	/** Adds the next picture. */
	push(picture: Picture): void {
		this.#waiting.push(picture);
		if (this.#waiting.length > MAX_KEPT_FRAMES) this.#waiting.shift()?.close();
	}

	/**
	 * The picture to show now, if there is a new one; older ones are given back, and this one is the caller's.
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

	/** Gives all of them back. */
	close(): void {
		for (const picture of this.#waiting.splice(0)) picture.close();
	}
}
