/** Tracks how long the oldest unsent byte has waited. Pure; times in milliseconds. */
export class SendLog {
	/**
	 * For each message that may be unsent: the byte count at its end, and when it was handed over.
	 */
	readonly #handed: { end: number; at: number }[] = [];
	#total = 0;

	/** Bytes handed over so far. */
	get total(): number {
		return this.#total;
	}

	/** Notes that so many bytes were handed over. */
	handed(bytes: number, now: number): void {
		this.#total += bytes;
		this.#handed.push({ end: this.#total, at: now });
	}

	/**
	 * How long the oldest unsent byte has waited; 0 if everything is sent.
	 *
	 * @param waiting - how many of the bytes handed over have not gone out yet
	 */
	age(waiting: number, now: number): number {
		const gone = this.#total - waiting;
		while (this.#handed[0] !== undefined && this.#handed[0].end <= gone) this.#handed.shift();
		const oldest = this.#handed[0];
		return oldest === undefined ? 0 : now - oldest.at;
	}
}
