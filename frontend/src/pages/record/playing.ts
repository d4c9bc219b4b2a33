import { type ReadonlySignal, signal } from "@preact/signals";
import { base } from "./contents";
import { Follower } from "./follow";

/** The video as it plays: where it is, and what is heard with it. */
export class Playing {
	readonly #at = signal(0);
	readonly #plays = signal(false);
	readonly #sound = signal("original");
	readonly #speed = signal(1);
	#video: HTMLVideoElement | null = null;
	#follower: Follower | null = null;
	#audio: HTMLAudioElement | null = null;

	/** Where the video is, in ms. */
	get at(): ReadonlySignal<number> {
		return this.#at;
	}

	/** Whether it plays. */
	get plays(): ReadonlySignal<boolean> {
		return this.#plays;
	}

	/** What is heard: `original`, or a booth's language. */
	get sound(): ReadonlySignal<string> {
		return this.#sound;
	}

	/** Takes up the element; null when it is gone. */
	readonly attach = (video: HTMLVideoElement | null): void => {
		if (video === this.#video) return;
		this.#unfollow();
		this.#video = video;
		if (video === null) return;
		const told = () => {
			this.#at.value = Math.round(video.currentTime * 1000);
			this.#plays.value = !video.paused && !video.ended;
		};
		for (const event of ["timeupdate", "seeking", "seeked", "play", "pause", "ended"] as const) {
			video.addEventListener(event, told);
		}
		video.playbackRate = this.#speed.peek();
		this.hear(this.#sound.peek());
	};

	/** Plays, or pauses. */
	toggle(): void {
		const video = this.#video;
		if (video?.paused) void video.play().catch(() => undefined);
		else video?.pause();
	}

	/** Goes to a time of the video, in ms, and plays on from there where `play` says so. */
	goTo(at: number, play = false): void {
		const video = this.#video;
		if (!video) return;
		video.currentTime = at / 1000;
		this.#at.value = at;
		if (play && video.paused) void video.play().catch(() => undefined);
	}

	/** Chooses the channel that is heard: the original, or a booth by its language. */
	hear(channel: string): void {
		this.#unfollow();
		this.#sound.value = channel;
		const video = this.#video;
		if (!video) return;
		video.muted = channel !== "original";
		if (channel === "original") return;
		const audio = new Audio(`${base}/sound-${channel}.m4a`);
		audio.preload = "auto";
		audio.volume = video.volume;
		this.#audio = audio;
		this.#follower = new Follower(video, audio);
	}

	/** How loud it is, 0 to 1. */
	set volume(loud: number) {
		if (this.#video) this.#video.volume = loud;
		if (this.#audio) this.#audio.volume = loud;
	}

	/** How fast it goes; 1 is as it was. */
	get speed(): ReadonlySignal<number> {
		return this.#speed;
	}

	/** Plays at a speed, as a factor of the normal one. */
	go(factor: number): void {
		this.#speed.value = factor;
		if (this.#video) this.#video.playbackRate = factor;
	}

	/** By how many seconds the chosen sound is ahead of the picture; 0 for the video's own. */
	get drift(): number {
		return this.#follower?.drift ?? 0;
	}

	#unfollow(): void {
		this.#follower?.close();
		this.#follower = null;
		this.#audio?.removeAttribute("src");
		this.#audio = null;
	}
}
