/**
 * The least of what was seen over the last one to two windows: a windowed minimum, as transports keep one of their
 * round-trip times.
 *
 * Of delays, the least is what the way itself takes: what came quickest waited nowhere. It is forgotten in time, as
 * ways change and clocks drift. Values and instants may have any unit; with a value goes what it was seen with.
 */
export class WindowedMin<Tag = undefined> {
	readonly #window: number;
	#began: number | null = null;
	#present: { value: number; tag: Tag } | null = null;
	#before: { value: number; tag: Tag } | null = null;

	/** @param window - how long one window is, in the unit of the instants */
	constructor(window: number) {
		this.#window = window;
	}

	/** The least value; null: none was seen. */
	get value(): number | null {
		return this.#least?.value ?? null;
	}

	/** What the least value was seen with. */
	get tag(): Tag | null {
		return this.#least?.tag ?? null;
	}

	/** Whether a whole window has been seen. */
	get isSettled(): boolean {
		return this.#before !== null;
	}

	/** Takes a value that was seen at an instant. */
	push(at: number, value: number, ...[tag]: Tag extends undefined ? [] : [tag: Tag]): void {
		this.#began ??= at;
		if (at - this.#began >= this.#window) {
			this.#began = at;
			this.#before = this.#present;
			this.#present = null;
		}
		if (this.#present === null || value <= this.#present.value) this.#present = { value, tag: tag as Tag };
	}

	/** Moves what was seen, where what it is measured by has moved. */
	shift(by: number): void {
		if (this.#present !== null) this.#present.value += by;
		if (this.#before !== null) this.#before.value += by;
	}

	/** Forgets everything; begins with a whole window's least, where that is known. */
	restart(known: { value: number; tag: Tag } | null = null): void {
		this.#began = null;
		this.#present = null;
		this.#before = known;
	}

	get #least(): { value: number; tag: Tag } | null {
		if (this.#present === null || this.#before === null) return this.#present ?? this.#before;
		return this.#present.value <= this.#before.value ? this.#present : this.#before;
	}
}
