/** How a `GroupOrder` treats groups that are missing or unfinished. */
export interface Patience {
	/**
	 * How long a group that is missing or unfinished may hold up the later ones, in milliseconds.
	 */
	tolerance: () => number;
	/** Whether to go on with the newest group rather than with the next one there is. */
	newest: boolean;
}

interface Arriving<Frame> {
	frames: Frame[];
	ended: boolean;
	/** The arrival time of its first frame; null before that. */
	since: number | null;
}

/**
 * Puts the frames of groups that arrive in any order, side by side, back into order.
 *
 * Times are milliseconds by any one clock.
 */
export class GroupOrder<Frame> {
	readonly #patience: Patience;
	readonly #groups = new Map<number, Arriving<Frame>>();
	#current: number | null = null;
	#skippedAt = Number.NEGATIVE_INFINITY;

	constructor(patience: Patience) {
		this.#patience = patience;
	}

	/** When the latest group was skipped. */
	get skippedAt(): number {
		return this.#skippedAt;
	}

	/**
	 * Notes that a group begins to arrive. Returns false if it is too late: later groups were
	 * delivered already.
	 */
	begin(sequence: number): boolean {
		this.#current ??= sequence;
		if (sequence < this.#current) return false;
		if (!this.#groups.has(sequence)) this.#groups.set(sequence, { frames: [], ended: false, since: null });
		return true;
	}

	/** Takes a frame. Returns false if its group was skipped, so that the frame is dropped. */
	push(sequence: number, frame: Frame, now: number): boolean {
		const group = this.#groups.get(sequence);
		if (group === undefined) return false;
		group.frames.push(frame);
		group.since ??= now;
		return true;
	}

	/** Notes that a group is complete. */
	end(sequence: number): void {
		const group = this.#groups.get(sequence);
		if (group) group.ended = true;
	}

	/** The next frame in order; undefined while none may be delivered. */
	next(now: number): Frame | undefined {
		for (;;) {
			if (this.#current === null) return undefined;
			const group = this.#groups.get(this.#current);
			const frame = group?.frames.shift();
			if (frame !== undefined) return frame;
			if (group?.ended) {
				this.#groups.delete(this.#current++);
				continue;
			}
			const held = this.#heldSince();
			if (held === null || now - held < this.#patience.tolerance()) return undefined;
			this.#skip();
			this.#skippedAt = now;
		}
	}

	/**
	 * After how many milliseconds to call `next` again if nothing arrives before; null if there is
	 * no need.
	 */
	wait(now: number): number | null {
		const held = this.#heldSince();
		return held === null ? null : Math.max(0, held + this.#patience.tolerance() - now);
	}

	/** Since when a frame of a later group has been held up by the present one. */
	#heldSince(): number | null {
		let held: number | null = null;
		for (const [sequence, { since }] of this.#groups) {
			if (sequence === this.#current || since === null) continue;
			if (held === null || since < held) held = since;
		}
		return held;
	}

	/** Skips the present group in favour of one that has frames. */
	#skip(): void {
		let chosen: number | null = null;
		for (const [sequence, { since }] of this.#groups) {
			if (sequence === this.#current || since === null) continue;
			if (chosen === null || (this.#patience.newest ? sequence > chosen : sequence < chosen))
				chosen = sequence;
		}
		if (chosen === null) return;
		this.#current = chosen;
		for (const sequence of this.#groups.keys()) if (sequence < chosen) this.#groups.delete(sequence);
	}
}
