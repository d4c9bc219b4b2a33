/** Decides how much of the pictures a viewer's connection bears. Pure. */

/** What is taken of the pictures, from the most to the least. Sound is always taken. */
export type Level = "full" | "small" | "stills" | "sound";

/** What the viewer allows: as much as the connection bears, or no more than this. */
export type Saving = "automatic" | "small" | "sound";

/**
 * What was observed since the previous sample. Delays are relative to the windowed minimum, in
 * milliseconds.
 */
export interface Sample {
	/** In milliseconds of any monotonic clock. */
	now: number;
	/** The median delay of the latest voice's packets; null if there were none. */
	soundDelay: number | null;
	/** How often a voice's jitter buffer ran dry. */
	underruns: number;
	/** The lowest delay among the pictures; null if none is taken or none has come yet. */
	pictureDelay: number | null;
	/** How many groups of pictures were skipped. */
	lost: number;
	/** The delay of the server's answer to a ping; null if unknown. */
	linkDelay: number | null;
	/** The rate received, in kbit/s. */
	rate: number;
	/** Whether the rate counts all bytes; over UDP those behind a lost packet are missing. */
	whole: boolean;
}

/** What is available. */
export interface Choice {
	/** Whether any picture has a small rendition. */
	small: boolean;
	saving: Saving;
	/** How many pictures are shown. */
	shown: number;
}

/** How often the policy takes a sample, normally and while it tries a higher level. */
export const CHECK_INTERVAL_MS = 250;
export const TRIAL_CHECK_INTERVAL_MS = 100;

/** From the highest level to the lowest. */
export const ORDER: readonly Level[] = ["full", "small", "stills", "sound"];
/**
 * Thresholds of trouble. Over a narrow link media is late by the length of the queue, seldom by
 * more.
 */
const SOUND_LATE_MS = 140;
const SOUND_VERY_LATE_MS = 400;
const PICTURE_LATE_MS = 800;
const MANY_UNDERRUNS = 3;
/** As many skipped groups as this within the window are trouble. */
const MANY_LOST_GROUPS = 3;
const LOSS_WINDOW_MS = 6_000;
const LINK_LATE_MS = 120;
/**
 * Thresholds of calm. They are lower than those of trouble, so that a level that just fits is not
 * left at once.
 */
const SOUND_CALM_MS = 100;
const PICTURE_CALM_MS = 300;
/** The number of samples judged together, and how many of them in trouble are too many. */
const WINDOW_SAMPLES = 8;
const MAX_TROUBLED_SAMPLES = 5;
/** As many consecutive samples as this in deep trouble lower the level at once. */
const DEEP_TROUBLE_SAMPLES = 3;
/** The number of samples over which the rate is averaged. */
const AVERAGED_SAMPLES = 4;
/**
 * For how long after a step down no further step is taken: what is in flight has to arrive first.
 */
const HOLD_MS = 2_000;
const HOLD_AFTER_TRIAL_MS = 4_000;
/** The length of a trial after a step up: within it, the first sign of trouble ends it. */
const TRIAL_MS = 5_000;
/** How long before a trial that may fail the jitter buffers are deepened. */
const BRACE_MS = 10_000;
/** How long everything has to be calm before a higher level is tried. */
const MIN_CALM_MS = 10_000;
/**
 * The same after the link was seen to be too narrow, which does not change from one moment to the
 * next.
 */
const NARROW_CALM_MS = 30_000;
const MAX_CALM_MS = 160_000;
/** A step down this soon after a step up shows that the step up was a mistake. */
const MISTAKE_WITHIN_MS = 15_000;
/** A level that has held for this long counts as proven. */
const PROVEN_AFTER_MS = 45_000;
/** The bit rates of the renditions and of the sound, in kbit/s. */
const FULL_KBPS = 1_400;
const SMALL_KBPS = 500;
const SOUND_KBPS = 90;
/** The least share of a level's bit rate that arrives even while the link is overloaded. */
const MIN_SHARE = 0.25;
/** Below this rate even a still delays the sound for long, in kbit/s. */
const STILLS_KBPS = 120;

/**
 * Goes down soon after trouble begins, as far as it has to, and up after calm, longer after each
 * failure.
 */
export class LevelPolicy {
	#level: Level = "full";
	readonly #recent: Sample[] = [];
	#changedAt = Number.NEGATIVE_INFINITY;
	#hold = HOLD_MS;
	/** When the latest step up was taken; null after a step down. */
	#upAt: number | null = null;
	#calmSince: number | null = null;
	#calmWanted = MIN_CALM_MS;
	/** When groups of pictures were skipped. */
	#lostAt: number[] = [];
	#saving: Saving = "automatic";

	/** The present level. */
	get level(): Level {
		return this.#level;
	}

	/**
	 * Whether it soon tries to go up where that failed before, so that sound may come late for a
	 * moment.
	 */
	isAboutToTry(now: number): boolean {
		if (this.#calmSince === null || this.#calmWanted === MIN_CALM_MS) return false;
		const wait = this.#calmSince + this.#calmWanted - now;
		return wait > 0 && wait <= BRACE_MS;
	}

	/** Whether what was added last has still to show that it is borne. */
	isTrial(now: number): boolean {
		return this.#upAt !== null && now - this.#upAt < TRIAL_MS;
	}

	/** Looks at what there was since the time before. Returns what to take from now on. */
	step(sample: Sample, choice: Choice): Level {
		const levels = allowed(choice);
		this.allow(choice);
		this.#recent.push(sample);
		if (this.#recent.length > WINDOW_SAMPLES) this.#recent.shift();
		this.#lostAt = this.#lostAt.filter((at) => at > sample.now - LOSS_WINDOW_MS);
		for (let lost = 0; lost < sample.lost; lost++) this.#lostAt.push(sample.now);
		if (this.#upAt !== null && sample.now - this.#upAt > PROVEN_AFTER_MS) this.#calmWanted = MIN_CALM_MS;

		if (!isCalm(sample)) this.#calmSince = null;
		else this.#calmSince ??= sample.now;
		const place = levels.indexOf(this.#level);
		if (this.#isTooMuch(sample.now)) {
			const down = levels.slice(place + 1);
			if (down.length > 0) this.#goDown(down, choice.shown, sample.now);
		} else if (this.#calmSince !== null && sample.now - this.#calmSince >= this.#calmWanted) {
			const up = levels[place - 1];
			if (up !== undefined) {
				this.#change(up, sample.now);
				this.#upAt = sample.now;
			}
		}
		return this.#level;
	}

	/**
	 * Nothing came at all: that says nothing of what the connection bears, nor does what was held
	 * up by it.
	 */
	rest(now: number): void {
		this.#recent.length = 0;
		this.#lostAt.length = 0;
		this.#calmSince = null;
		this.#changedAt = now;
	}

	/** Keeps to what there is and what is wanted, at once. Returns what to take from now on. */
	allow(choice: Pick<Choice, "small" | "saving">): Level {
		const levels = allowed(choice);
		const [most = "sound"] = levels;
		// Whoever asks for something else wants to see it now.
		if (choice.saving !== this.#saving) this.#change(most, this.#changedAt);
		else if (!levels.includes(this.#level)) this.#change(nearest(levels, this.#level), this.#changedAt);
		this.#saving = choice.saving;
		return this.#level;
	}

	/** @param levels - those below, from the most to the least */
	#goDown(levels: readonly Level[], shown: number, now: number): void {
		const wasMistake = this.#upAt !== null && now - this.#upAt < MISTAKE_WITHIN_MS;
		const latest = this.#recent.slice(-AVERAGED_SAMPLES);
		const came = latest.reduce((sum, { rate }) => sum + rate, 0) / latest.length;
		// A try that is broken off leads back to what went well before.
		const trial = this.isTrial(now);
		const isWhole = latest.every(({ whole }) => whole);
		const bearable = levels.find(
			(level) => trial || (level === "small" && !isWhole) || came >= MIN_SHARE * rateOf(level, shown),
		);
		if (wasMistake) this.#calmWanted = Math.min(MAX_CALM_MS, 2 * this.#calmWanted);
		if (came < rateOf(this.#level, shown)) this.#calmWanted = Math.max(this.#calmWanted, NARROW_CALM_MS);
		this.#upAt = null;
		this.#change(bearable ?? levels.at(-1) ?? "sound", now);
		this.#hold = trial ? HOLD_AFTER_TRIAL_MS : HOLD_MS;
	}

	#change(level: Level, now: number): void {
		this.#level = level;
		this.#changedAt = now;
		this.#calmSince = null;
		this.#recent.length = 0;
		this.#lostAt.length = 0;
	}

	/** What comes late by the speaker's own connection is no reason to take less over this one. */
	#isTooMuch(now: number): boolean {
		const [latest] = this.#recent.slice(-1);
		// Whatever is late now is so because of what was added.
		if (this.isTrial(now) && latest !== undefined && isTroubleInTrial(latest)) return true;
		const lost = this.#lostAt.length >= MANY_LOST_GROUPS;
		if (!(lost || this.#recent.some(isBurdened))) return false;
		if (now - this.#changedAt < this.#hold) return false;
		const atOnce = this.#recent.slice(-DEEP_TROUBLE_SAMPLES);
		if (atOnce.length === DEEP_TROUBLE_SAMPLES && atOnce.every(isDeepTrouble)) return true;
		const underruns = this.#recent.reduce((sum, sample) => sum + sample.underruns, 0);
		return (
			lost || underruns >= MANY_UNDERRUNS || this.#recent.filter(isTrouble).length >= MAX_TROUBLED_SAMPLES
		);
	}
}

/** What the choice leaves, from the most to the least. */
function allowed({ small, saving }: Pick<Choice, "small" | "saving">): readonly Level[] {
	if (saving === "sound") return ["sound"];
	// Without a small rendition there is nothing between the whole picture and stills of it.
	const there = small ? ORDER : ORDER.filter((level) => level !== "small");
	return saving === "small" ? there.slice(1) : there;
}

function nearest(levels: readonly Level[], level: Level): Level {
	const place = ORDER.indexOf(level);
	return levels.find((other) => ORDER.indexOf(other) >= place) ?? levels.at(-1) ?? level;
}

/** Whether it is the viewer's own connection that holds things up. */
function isBurdened({ lost, linkDelay }: Sample): boolean {
	return lost > 0 || (linkDelay ?? 0) > LINK_LATE_MS;
}

/** What a level with so many pictures takes, in kbit/s. */
function rateOf(level: Level, shown: number): number {
	if (level === "sound") return 0;
	if (level === "stills") return STILLS_KBPS / MIN_SHARE;
	return SOUND_KBPS + (level === "full" ? FULL_KBPS : SMALL_KBPS) * shown;
}

function isTroubleInTrial({ soundDelay, pictureDelay }: Sample): boolean {
	return (soundDelay ?? 0) > SOUND_CALM_MS || (pictureDelay ?? 0) > PICTURE_LATE_MS;
}

function isDeepTrouble({ soundDelay }: Sample): boolean {
	return (soundDelay ?? 0) > SOUND_VERY_LATE_MS;
}

function isTrouble({ soundDelay, pictureDelay }: Sample): boolean {
	return (soundDelay ?? 0) > SOUND_LATE_MS || (pictureDelay ?? 0) > PICTURE_LATE_MS;
}

function isCalm({ soundDelay, underruns, pictureDelay, lost }: Sample): boolean {
	return (
		(soundDelay ?? 0) < SOUND_CALM_MS &&
		underruns === 0 &&
		(pictureDelay ?? 0) < PICTURE_CALM_MS &&
		lost === 0
	);
}
