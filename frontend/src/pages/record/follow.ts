/** What is done about a sound that is not where the picture is. Seconds; positive: the sound is ahead. */
export type Correction = { kind: "none" } | { kind: "jump" } | { kind: "rate"; factor: number };

/** So much is not seen on lips (EN 301 549, §6.5.4, allows 100 ms). */
const UNSEEN_S = 0.03;
/** More than this is not caught up with in a bearable time. */
const TOO_MUCH_S = 0.4;
/** The most by which a voice's speed is changed without being heard. */
const MOST_RATE_CHANGE = 0.04;

/** How a sound that is `drift` seconds ahead of the picture gets back into step. */
export function correction(drift: number): Correction {
	const size = Math.abs(drift);
	if (size <= UNSEEN_S) return { kind: "none" };
	if (size > TOO_MUCH_S) return { kind: "jump" };
	return { kind: "rate", factor: 1 - Math.sign(drift) * Math.min(MOST_RATE_CHANGE, size / 4) };
}

/** How often the sound is looked after, in ms. */
const FOLLOW_INTERVAL_MS = 250;

/**
 * Plays a sound of its own in step with a video, whose own sound is silent meanwhile: browsers do not agree
 * on how one of a file's sound tracks is chosen, and all of them play a sound file.
 */
export class Follower {
	readonly #video: HTMLVideoElement;
	readonly #sound: HTMLAudioElement;
	readonly #timer: ReturnType<typeof setInterval>;
	readonly #events = ["play", "playing", "pause", "waiting", "seeked", "ratechange"] as const;

	constructor(video: HTMLVideoElement, sound: HTMLAudioElement) {
		this.#video = video;
		this.#sound = sound;
		for (const event of this.#events) video.addEventListener(event, this.#look);
		this.#timer = setInterval(this.#look, FOLLOW_INTERVAL_MS);
		this.#jump();
		this.#look();
	}

	/** By how many seconds the sound is ahead of the picture. */
	get drift(): number {
		return this.#sound.currentTime - this.#video.currentTime;
	}

	/** Ends the sound, and stops following the picture. */
	close(): void {
		clearInterval(this.#timer);
		for (const event of this.#events) this.#video.removeEventListener(event, this.#look);
		this.#sound.pause();
	}

	readonly #look = (): void => {
		const video = this.#video;
		const sound = this.#sound;
		const plays = !video.paused && !video.ended && video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
		if (!plays) {
			sound.pause();
			return;
		}
		const what = correction(this.drift);
		if (what.kind === "jump") this.#jump();
		sound.playbackRate = video.playbackRate * (what.kind === "rate" ? what.factor : 1);
		if (sound.paused) void sound.play().catch(() => undefined);
	};

	#jump(): void {
		this.#sound.currentTime = this.#video.currentTime;
	}
}
