/** Detects that a booth has fallen silent while the floor speaks. Pure. */

/**
 * The threshold between a quiet room and speech (root mean square over a tenth of a second): -46
 * dBFS.
 */
const SPEECH_RMS = 0.005;
/** The longest pause between words and sentences. */
const PAUSE_MS = 1_000;
/**
 * For how long after a booth was silent the original is still received, inaudibly, to measure it.
 */
const PROBE_LINGER_MS = 5_000;

/** After this much silence of the booth a listener hears the original again. */
export const SILENT_AFTER_MS = 3_000;

/** Follows the loudness of one booth, and of the floor that it has to interpret. */
export class BoothWatch {
	readonly #silentAfter: number;
	/**
	 * When booth and floor last spoke, and since when the floor has spoken without a longer pause.
	 */
	#boothSpokeAt: number | null = null;
	#floorSpokeAt: number | null = null;
	#floorSince: number | null = null;
	#quietAt = Number.NEGATIVE_INFINITY;
	#floorKnown = false;
	#silent = false;
	#probing = false;

	/** @param silentAfter - for how long the floor has to speak alone, in milliseconds */
	constructor(silentAfter = SILENT_AFTER_MS) {
		this.#silentAfter = silentAfter;
	}

	/** Whether the booth has been silent for the whole period while the floor spoke. */
	get silent(): boolean {
		return this.#silent;
	}

	/** Whether the floor's loudness has to be measured. */
	get probing(): boolean {
		return this.#probing;
	}

	/**
	 * Looks again, some ten times a second.
	 *
	 * @param now - milliseconds by any one clock
	 * @param booth - how loud the booth is, from 0 to 1
	 * @param floor - how loud the floor is; null: it is not taken, or nobody has it
	 */
	look(now: number, booth: number, floor: number | null): void {
		this.#boothSpokeAt ??= now;
		if (booth > SPEECH_RMS) {
			this.#boothSpokeAt = now;
			this.#silent = false;
		}
		if (floor !== null && floor > SPEECH_RMS) this.#floorSpeaks(now);
		else if (this.#floorSpokeAt !== null && now - this.#floorSpokeAt > PAUSE_MS) this.#floorSince = null;
		this.#floorKnown = floor !== null;
		const alone = Math.max(this.#boothSpokeAt, this.#floorSince ?? now);
		if (this.#floorSince !== null && now - alone >= this.#silentAfter) this.#silent = true;
		if (now - this.#boothSpokeAt >= PAUSE_MS) this.#quietAt = now;
		this.#probing = this.#silent || now - this.#quietAt < PROBE_LINGER_MS;
	}

	#floorSpeaks(now: number): void {
		// A floor that speaks at the first measurement is taken to have spoken before it.
		const before = this.#floorKnown ? now : (this.#boothSpokeAt ?? now);
		this.#floorSince ??= before;
		this.#floorSpokeAt = now;
	}
}
