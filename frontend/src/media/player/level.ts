/** What of the pictures a viewer's connection bears, and how that is found out. Pure. */

/** What is taken of the pictures, from the most to the least. Sound is always taken. */
export type Level = "full" | "small" | "stills" | "sound";

/** What the viewer allows: as much as the connection bears, or no more than this. */
export type Saving = "automatic" | "small" | "sound";

/** What was seen in the half second before. Delays are beyond the least of late, in milliseconds. */
export interface Sample {
	/** Milliseconds by any one clock. */
	now: number;
	/** How late the sound of the latest voice was, as the median of its packets; null: there was none. */
	soundDelay: number | null;
	/** How often a voice ran dry. */
	underruns: number;
	/** How late the least late of the pictures was; null: none is taken, or none has come yet. */
	pictureDelay: number | null;
	/** How many groups of pictures were given up on the way. */
	lost: number;
	/** How late an answer of the server's is; null: nothing tells. */
	linkDelay: number | null;
}

/** What there is to be had. */
export interface Choice {
	/** Whether any picture has a small rendition. */
	small: boolean;
	saving: Saving;
}

const ORDER: readonly Level[] = ["full", "small", "stills", "sound"];
const SOUND_LATE = 350;
const PICTURE_LATE = 800;
const UNDERRUNS_MANY = 3;
const LINK_LATE = 200;
/** Calm is better than the lack of trouble, so that what has just become bearable is not upset at once. */
const SOUND_CALM = 120;
const PICTURE_CALM = 300;
/** So many samples are looked at together, and so many of them in trouble are too many. */
const WINDOW = 4;
const TOO_MANY = 3;
/** After going down, what is still on its way has to come first, in milliseconds. */
const HOLD = 3_000;
const CALM_FIRST = 10_000;
const CALM_MOST = 160_000;
/** Going down so soon after going up shows that going up was a mistake. */
const MISTAKE_WITHIN = 15_000;
/** What has gone well for so long will go on so. */
const PROVEN_AFTER = 45_000;

/** Goes down within about two seconds of trouble, and up after calm, longer after each try that failed. */
export class LevelPolicy {
	#level: Level = "full";
	readonly #recent: Sample[] = [];
	#changedAt = Number.NEGATIVE_INFINITY;
	/** When it went up last, if it has not gone down since. */
	#upAt: number | null = null;
	#calmSince: number | null = null;
	#calmWanted = CALM_FIRST;
	#saving: Saving = "automatic";

	/** What is taken now, by what was seen so far. */
	get level(): Level {
		return this.#level;
	}

	/** Looks at half a second more. Returns what to take from now on. */
	step(sample: Sample, choice: Choice): Level {
		const levels = allowed(choice);
		this.allow(choice);
		this.#recent.push(sample);
		if (this.#recent.length > WINDOW) this.#recent.shift();
		if (this.#upAt !== null && sample.now - this.#upAt > PROVEN_AFTER) this.#calmWanted = CALM_FIRST;

		if (!isCalm(sample)) this.#calmSince = null;
		else this.#calmSince ??= sample.now;
		const place = levels.indexOf(this.#level);
		if (this.#isTroubled() && sample.now - this.#changedAt >= HOLD) {
			const down = levels[place + 1];
			if (down !== undefined) this.#goDown(down, sample.now);
		} else if (this.#calmSince !== null && sample.now - this.#calmSince >= this.#calmWanted) {
			const up = levels[place - 1];
			if (up !== undefined) {
				this.#change(up, sample.now);
				this.#upAt = sample.now;
			}
		}
		return this.#level;
	}

	/** Nothing came at all: that says nothing of what the connection bears, nor does what was held up by it. */
	rest(now: number): void {
		this.#recent.length = 0;
		this.#calmSince = null;
		this.#changedAt = now;
	}

	/** Keeps to what there is and what is wanted, at once. Returns what to take from now on. */
	allow(choice: Choice): Level {
		const levels = allowed(choice);
		const [most = "sound"] = levels;
		// Whoever asks for something else wants to see it now.
		if (choice.saving !== this.#saving) this.#change(most, this.#changedAt);
		else if (!levels.includes(this.#level)) this.#change(nearest(levels, this.#level), this.#changedAt);
		this.#saving = choice.saving;
		return this.#level;
	}

	#goDown(level: Level, now: number): void {
		const wasMistake = this.#upAt !== null && now - this.#upAt < MISTAKE_WITHIN;
		if (wasMistake) this.#calmWanted = Math.min(CALM_MOST, 2 * this.#calmWanted);
		this.#upAt = null;
		this.#change(level, now);
	}

	#change(level: Level, now: number): void {
		this.#level = level;
		this.#changedAt = now;
		this.#calmSince = null;
		this.#recent.length = 0;
	}

	/** What comes late by the speaker's own connection is no reason to take less over this one. */
	#isTroubled(): boolean {
		if (!this.#recent.some(isBurdened)) return false;
		const underruns = this.#recent.reduce((sum, sample) => sum + sample.underruns, 0);
		return underruns >= UNDERRUNS_MANY || this.#recent.filter(isTrouble).length >= TOO_MANY;
	}
}

/** What the choice leaves, from the most to the least. */
function allowed({ small, saving }: Choice): readonly Level[] {
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
	return lost > 0 || (linkDelay ?? 0) > LINK_LATE;
}

function isTrouble({ soundDelay, pictureDelay, lost }: Sample): boolean {
	return (soundDelay ?? 0) > SOUND_LATE || (pictureDelay ?? 0) > PICTURE_LATE || lost > 0;
}

function isCalm({ soundDelay, underruns, pictureDelay, lost }: Sample): boolean {
	return (
		(soundDelay ?? 0) < SOUND_CALM && underruns === 0 && (pictureDelay ?? 0) < PICTURE_CALM && lost === 0
	);
}
