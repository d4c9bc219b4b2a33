/** Decides whether pictures should come over a connection of their own. Pure. */

/** What was observed of the sound since the previous sample. */
export interface LossSample {
	/** In milliseconds of any monotonic clock. */
	now: number;
	/**
	 * How many packets arrived after their successor, as a packet does that was lost and
	 * retransmitted.
	 */
	overtaken: number;
	/**
	 * The lowest delay among the packets, relative to the windowed minimum, in milliseconds; null
	 * if none came.
	 */
	least: number | null;
}

/** As many losses as this within the window are not chance: they are 3 % of the sound's packets. */
const MANY_LOST_PACKETS = 8;
const LOSS_WINDOW_MS = 5_000;
/**
 * If every packet is at least this late for this long, there is a standing queue: the link is
 * narrow.
 */
const QUEUED_DELAY_MS = 70;
const QUEUED_FOR_MS = 750;
/** For how long after a standing queue pictures stay on the connection of the sound. */
const TOGETHER_MS = 60_000;

/**
 * Takes pictures apart from the sound where packets are lost though there is room for them.
 *
 * The sender seems to take such losses for a narrow link, and sends no more than a few packets a
 * round trip: enough for sound, not for sound and picture. Over a link that is narrow indeed two
 * connections would crowd each other out, and no priority holds between them.
 */
export class ApartPolicy {
	#apart = false;
	#lostAt: number[] = [];
	/** Since when every packet has been late; null if the latest was not. */
	#queuedSince: number | null = null;
	#togetherUntil = Number.NEGATIVE_INFINITY;

	/** Takes the next sample. Returns whether pictures should have a connection of their own. */
	step({ now, overtaken, least }: LossSample): boolean {
		this.#lostAt = this.#lostAt.filter((at) => at > now - LOSS_WINDOW_MS);
		for (let lost = 0; lost < overtaken; lost++) this.#lostAt.push(now);
		if (least !== null) this.#queuedSince = least > QUEUED_DELAY_MS ? (this.#queuedSince ?? now) : null;
		if (this.#queuedSince !== null && now - this.#queuedSince >= QUEUED_FOR_MS) {
			this.#apart = false;
			this.#togetherUntil = now + TOGETHER_MS;
		} else if (now >= this.#togetherUntil && this.#lostAt.length >= MANY_LOST_PACKETS) this.#apart = true;
		return this.#apart;
	}

	/** Forgets everything, as after a new connection. */
	reset(): void {
		this.#apart = false;
		this.#lostAt = [];
		this.#queuedSince = null;
		this.#togetherUntil = Number.NEGATIVE_INFINITY;
	}
}
