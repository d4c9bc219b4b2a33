/** Whether pictures are to come over a connection of their own, and how that is found out. Pure. */

/** What was seen of the sound since the time before. */
export interface LossSample {
	/** Milliseconds by any one clock. */
	now: number;
	/** How many packets came after the next one, as one does that was lost and sent again. */
	overtaken: number;
	/** How late the least late packet was, beyond the least of late, in milliseconds; null: none came. */
	least: number | null;
}

/** So many packets that were lost within so many milliseconds are no chance: 3 % of the sound. */
const MANY_LOST_PACKETS = 8;
const LOSS_WINDOW_MS = 5_000;
/** Where every packet of so long is so late, in milliseconds, all of them wait for room. */
const QUEUED_DELAY_MS = 70;
const QUEUED_FOR_MS = 750;
/** After a queue, pictures stay beside the sound for so long, in milliseconds. */
const TOGETHER_MS = 60_000;

/**
 * Takes pictures apart from the sound where packets are lost though there is room for them.
 *
 * The sender seems to take such losses for a narrow link, and sends no more than a few packets a round trip:
 * enough for sound, not for sound and picture. Over a link that is narrow indeed two connections would crowd
 * each other out, and no priority holds between them.
 */
export class ApartPolicy {
	#apart = false;
	#lostAt: number[] = [];
	/** Since when every packet is late; null: the latest was not. */
	#queuedSince: number | null = null;
	#togetherUntil = Number.NEGATIVE_INFINITY;

	/** Looks at what there was since the time before. Returns whether pictures are to come apart. */
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

	/** There is another connection, of which nothing is known. */
	reset(): void {
		this.#apart = false;
		this.#lostAt = [];
		this.#queuedSince = null;
		this.#togetherUntil = Number.NEGATIVE_INFINITY;
	}
}
