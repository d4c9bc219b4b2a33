/** What a `GroupOrder` does about groups that do not come. */
export interface Patience {
	/** How long a group that is missing or unfinished may hold up the later ones, in milliseconds. */
	tolerance: () => number;
	/** Whether to go on with the newest group rather than with the next one there is. */
	newest: boolean;
}

interface Arriving<Frame> {
	frames: Frame[];
	ended: boolean;
	/** When its first frame arrived; null before. */
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

	/** When a group was given up last. */
	get skippedAt(): number {
		return this.#skippedAt;
	}

	/** A group begins to arrive. False: it is too late, those after it have been given out. */
	begin(sequence: number): boolean {
		this.#current ??= sequence;
		if (sequence < this.#current) return false;
		if (!this.#groups.has(sequence)) this.#groups.set(sequence, { frames: [], ended: false, since: null });
		return true;
	}

	/** A frame of a group arrived. False: the group was given up, and the frame with it. */
	push(sequence: number, frame: Frame, now: number): boolean {
		const group = this.#groups.get(sequence);
		if (group === undefined) return false;
		group.frames.push(frame);
		group.since ??= now;
		return true;
	}

	/** No more frames of this group will come. */
	end(sequence: number): void {
		const group = this.#groups.get(sequence);
		if (group) group.ended = true;
	}

	/** The next frame in order; undefined while there is none that may be given out. */
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

	/** In how many milliseconds to ask again, if nothing arrives before; null: no need to. */
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

	/** Gives up the present group for one that has frames. */
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
