import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Link } from "@/link";
import { canPlay } from "../can-play";
import { acquireSession, type MediaSession, releaseSession, type SessionStatus } from "../session";
import { type PictureSource, smallOf } from "../source";
import { tellSystem } from "../system-sound";
import { Channel } from "./channel";
import type { Level, Saving } from "./level";
import { LevelKeeper } from "./level-keeper";
import { type Insert, Mixer } from "./mixer";
import { ShownPicture } from "./shown-picture";
import { Voices } from "./voices";
import { WakeLock } from "./wake-lock";

/**
 * The usual length of a narrow link's queue: the reserve that is built before a trial of a higher
 * level.
 */
const QUEUE_MS = 250;
/**
 * For how long a picture that no canvas shows is still received, in case it only moves on the page.
 */
const LINGER_MS = 1_000;

/**
 * Plays the meeting to a seat: the original or a booth, as the seat has chosen, and those pictures
 * that are shown.
 *
 * What is played follows the view: sound begins when the view names it, and ends with it.
 */
export class Player {
	readonly #link: Link;
	readonly #session: MediaSession;
	readonly #mixer: Mixer;
	readonly #levels = signal<Record<string, number>>({});
	readonly #channel: Channel;
	readonly #voices: Voices;
	/** Keyed by seat and source, see `keyOf`. */
	readonly #pictures = new Map<string, ShownPicture>();
	readonly #level: LevelKeeper;
	/** Without decoders nothing is followed; the page says so, and the rest of it works. */
	readonly #able = canPlay().ok;
	readonly #wakeLock = new WakeLock();
	readonly #stops: (() => void)[];

	/**
	 * @param options - `insert`: what all sound goes through on its way to the loudspeaker; `local`: what is
	 *   listened to is not told to the server
	 */
	constructor(link: Link, options: { insert?: Insert; local?: boolean } = {}) {
		this.#link = link;
		this.#session = acquireSession(link);
		this.#mixer = new Mixer(() => this.#measure(), options.insert);
		this.#voices = new Voices(this.#mixer);
		this.#channel = new Channel(link, options.local ?? false);
		this.#level = new LevelKeeper({
			sounds: () => this.#voices.feeds().map((feed) => feed.stats()),
			pictures: () => [...this.#pictures.values()].map((shown) => shown.stats()),
			small: () => this.#hasSmall(),
			way: () => this.#session.established.peek(),
			pictureWay: () => this.#session.pictures.way.peek(),
			apart: (apart) => {
				this.#session.pictures.apart.value = apart;
			},
			eased: () => this.#mixer.ease(),
			braced: () => this.#mixer.brace(QUEUE_MS),
		});
		this.#stops = [effect(() => this.#follow()), this.#stayAwake()];
	}

	/** Whether the browser wants a gesture before it makes a sound. */
	get blocked(): ReadonlySignal<boolean> {
		return this.#mixer.blocked;
	}

	/** From 0 to 1. */
	get volume(): Signal<number> {
		return this.#mixer.volume;
	}

	/** Whether this page makes no sound. */
	get muted(): Signal<boolean> {
		return this.#mixer.muted;
	}

	/** The id of the device where the sound comes out; "": the system's own choice. */
	get loudspeaker(): Signal<string> {
		return this.#mixer.loudspeaker;
	}

	/** What is listened to: the original or a booth. */
	get channel(): Channel {
		return this.#channel;
	}

	/** The amplitude of each seat whose sound is taken, from 0 to 1, about ten times a second. */
	get levels(): ReadonlySignal<Record<string, number>> {
		return this.#levels;
	}

	/** The state of the media connection. */
	get status(): ReadonlySignal<SessionStatus> {
		return this.#session.status;
	}

	/** The level of the pictures: what the connection bears and the viewer allows. */
	get level(): ReadonlySignal<Level> {
		return this.#level.level;
	}

	/** The highest level that the viewer allows; stored in this browser. */
	get saving(): Signal<Saving> {
		return this.#level.saving;
	}

	/** Starts the sound. Has to be called from a user gesture. */
	unlock(): Promise<void> {
		return this.#mixer.unlock();
	}

	/**
	 * Shows a seat's picture on a canvas whenever there is one. Returns a function that stops this.
	 */
	show(seat: string, source: PictureSource, canvas: HTMLCanvasElement): () => void {
		const key = keyOf(seat, source);
		const heard = (): number | null => this.#voices.feed(seat)?.heard ?? null;
		const shown = this.#pictures.get(key) ?? new ShownPicture(source, heard);
		this.#pictures.set(key, shown);
		clearTimeout(shown.linger);
		shown.canvases.add(canvas);
		this.#follow();
		return () => {
			shown.canvases.delete(canvas);
			if (shown.canvases.size > 0) return;
			clearTimeout(shown.linger);
			shown.linger = setTimeout(() => {
				this.#pictures.delete(key);
				shown.close();
			}, LINGER_MS);
		};
	}

	/** Ends all sound and picture. */
	close(): void {
		for (const stop of this.#stops) stop();
		this.#wakeLock.close();
		tellSystem(null);
		this.#channel.close();
		this.#voices.close();
		for (const shown of this.#pictures.values()) shown.close();
		this.#pictures.clear();
		this.#level.close();
		this.#mixer.close();
		releaseSession(this.#link);
	}

	/** Opens and closes feeds to match the view. */
	#follow(): void {
		const way = this.#session.established.value;
		const pictureWay = this.#session.pictures.way.value;
		const level = this.#level.level.value;
		const gone = !this.#able || this.#link.state.value.kind === "goodbye";
		const streams = gone ? {} : (this.#link.view.value?.streams ?? {});
		const gains = gone ? undefined : this.#channel.hearing.value?.gains;

		this.#voices.follow(gains ?? new Map(), streams, way);
		for (const [key, shown] of this.#pictures) {
			const [seat] = key.split("/") as [string];
			shown.follow(streams[seat], level, { way, pictureWay });
		}
		this.#session.soundDue = this.#voices.count > 0;
		if (this.#voices.count === 0 && Object.keys(this.#levels.peek()).length > 0) this.#levels.value = {};
	}

	/** Whether any picture that is shown has a small rendition. */
	#hasSmall(): boolean {
		const streams = this.#link.view.peek()?.streams ?? {};
		return [...this.#pictures.keys()].some((key) => {
			const [seat, source] = key.split("/") as [string, PictureSource];
			return streams[seat]?.[smallOf(source)] !== undefined;
		});
	}

	/** Keeps the screen on while a meeting is open: the page is in use though nobody touches it. */
	#stayAwake(): () => void {
		const meeting = computed(() => {
			const gone = this.#link.state.value.kind === "goodbye";
			return !gone && this.#link.view.value?.phase === "open" ? this.#link.meeting.value : null;
		});
		return effect(() => {
			this.#wakeLock.wanted = meeting.value !== null;
			tellSystem(meeting.value);
		});
	}

	#measure(): void {
		this.#voices.settle();
		const levels = this.#voices.levels();
		this.#levels.value = levels;
		this.#channel.look(levels);
	}
}

function keyOf(seat: string, source: PictureSource): string {
	return `${seat}/${source}`;
}
