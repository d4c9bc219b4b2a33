/** Decides how much of the pictures a speaker's uplink bears, by its backlog. Pure. */

/** The state of the uplink, as the speaker is told. */
export type UplinkState = "good" | "reduced" | "paused";

/**
 * The lowest share of a picture's full bit rate that is worth sending: 150 kbit/s of 1.5 Mbit/s.
 */
const MIN_SHARE = 0.1;
/** Below this share the speaker is told. */
const REDUCED_SHARE = 0.6;
/** A backlog above the first is more than the uplink bears; above the second, far more. */
const LATE_MS = 250;
const VERY_LATE_MS = 800;
const CALM_MS = 100;
/** After a step down the backlog has to drain before it says anything new. */
const DOWN_INTERVAL_MS = 1_000;
const UP_DELAY_MS = 3_000;
const DOWN_FACTOR = 0.7;
const FAR_DOWN_FACTOR = 0.45;
const UP_FACTOR = 1.15;
/** If even the lowest share is too much for this long, the picture pauses. */
const PAUSE_AFTER_MS = 8_000;
const MIN_RESUME_DELAY_MS = 10_000;
const MAX_RESUME_DELAY_MS = 160_000;
/** A pause this soon after the previous one shows that resuming was a mistake. */
const MISTAKE_WITHIN_MS = 15_000;

/** Follows an uplink down quickly and up carefully. */
export class UplinkPolicy {
	#share = 1;
	#paused = false;
	#changedAt = Number.NEGATIVE_INFINITY;
	#resumedAt = Number.NEGATIVE_INFINITY;
	/** Since when the backlog has been late, or calm, at the present share. */
	#lateSince: number | null = null;
	#calmSince: number | null = null;
	#resumeAfter = MIN_RESUME_DELAY_MS;

	/**
	 * The share of each picture's full bit rate that may be sent, from 0.1 to 1; 0 while they
	 * pause.
	 */
	get share(): number {
		return this.#paused ? 0 : this.#share;
	}

	/** The state to show to the speaker. */
	get state(): UplinkState {
		if (this.#paused) return "paused";
		return this.#share < REDUCED_SHARE ? "reduced" : "good";
	}

	/**
	 * Looks at what waits now.
	 *
	 * @param backlog - for how long what is sent now has to wait, in milliseconds; null: nothing tells
	 * @param now - milliseconds by any one clock
	 */
	step(backlog: number | null, now: number): void {
		// While nothing is sent there is no backlog; otherwise a pause would never end.
		const waits = backlog ?? (this.#paused ? 0 : null);
		if (waits === null) return;
		this.#lateSince = waits > LATE_MS ? (this.#lateSince ?? now) : null;
		this.#calmSince = waits < CALM_MS ? (this.#calmSince ?? now) : null;
		if (this.#paused) {
			if (this.#calmSince !== null && now - this.#calmSince >= this.#resumeAfter) this.#resume(now);
		} else if (this.#lateSince !== null) {
			if (now - this.#changedAt >= DOWN_INTERVAL_MS) this.#goDown(waits > VERY_LATE_MS, now);
		} else if (this.#calmSince !== null && now - Math.max(this.#calmSince, this.#changedAt) >= UP_DELAY_MS) {
			if (this.#share < 1) this.#set(Math.min(1, this.#share * UP_FACTOR), now);
		}
	}

	#goDown(far: boolean, now: number): void {
		if (this.#share > MIN_SHARE) {
			this.#set(Math.max(MIN_SHARE, this.#share * (far ? FAR_DOWN_FACTOR : DOWN_FACTOR)), now);
			this.#lateSince = now;
		} else if (now - (this.#lateSince ?? now) >= PAUSE_AFTER_MS) {
			if (now - this.#resumedAt < MISTAKE_WITHIN_MS) {
				this.#resumeAfter = Math.min(MAX_RESUME_DELAY_MS, 2 * this.#resumeAfter);
			} else this.#resumeAfter = MIN_RESUME_DELAY_MS;
			this.#paused = true;
			this.#calmSince = null;
			this.#changedAt = now;
		}
	}

	#resume(now: number): void {
		this.#paused = false;
		this.#resumedAt = now;
		this.#set(MIN_SHARE, now);
	}

	#set(share: number, now: number): void {
		this.#share = share;
		this.#changedAt = now;
	}
}
