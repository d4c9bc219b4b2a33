/** How long the oldest byte that has not gone out yet has waited. Pure bookkeeping; times in milliseconds. */
export class SendLog {
	/** For each message that may still wait: the count of bytes at its end, and when it was handed over. */
	readonly #handed: { end: number; at: number }[] = [];
	#total = 0;

	/** Bytes handed over so far. */
	get total(): number {
		return this.#total;
	}

	/** So many bytes were handed over now. */
	handed(bytes: number, now: number): void {
		this.#total += bytes;
		this.#handed.push({ end: this.#total, at: now });
	}

	/**
	 * How long the oldest of what waits has waited; 0 where nothing does.
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
