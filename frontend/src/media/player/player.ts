import type { Connection } from "@moq/net";
import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Link } from "@/link";
import type { Stream } from "@/wire/protocol";
import { canPlay } from "../can-play";
import { acquireSession, type MediaSession, releaseSession, type SessionStatus } from "../session";
import type { PictureSource, Source } from "../source";
import { tellSystem } from "../system-sound";
import { Canvases } from "./canvases";
import { Mixer } from "./mixer";
import { PictureFeed } from "./picture-feed";
import { SoundFeed } from "./sound-feed";
import { WakeLock } from "./wake-lock";

/** A picture that nobody shows any more is still taken for so long, in case it only changes its place. */
const LINGER = 1_000;

/** A feed, and the stream that it was opened for. */
interface Fed<Feed> {
	connection: Connection.Established;
	stream: Stream;
	feed: Feed;
}

interface Shown {
	canvases: Canvases;
	fed: Fed<PictureFeed> | null;
	linger: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Plays the meeting to a seat: the sound of everybody else, and those pictures that are shown.
 *
 * What is played follows the view: sound begins when the view names it, and ends with it.
 */
export class Player {
	readonly #link: Link;
	readonly #session: MediaSession;
	readonly #mixer: Mixer;
	readonly #levels = signal<Record<string, number>>({});
	readonly #sounds = new Map<string, Fed<SoundFeed>>();
	/** By seat and source, as `#key` joins them. */
	readonly #pictures = new Map<string, Shown>();
	/** Without decoders there is nothing to follow: the page says so, and all else on it works. */
	readonly #able = canPlay().ok;
	readonly #wakeLock = new WakeLock();
	readonly #stops: (() => void)[];

	constructor(link: Link) {
		this.#link = link;
		this.#session = acquireSession(link);
		this.#mixer = new Mixer(() => this.#measure());
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

	/** The amplitude of each seat that can be heard, from 0 to 1, about ten times a second. */
	get levels(): ReadonlySignal<Record<string, number>> {
		return this.#levels;
	}

	/** Where the media connection stands. */
	get status(): ReadonlySignal<SessionStatus> {
		return this.#session.status;
	}

	/** Starts the sound. Call it from a click. */
	unlock(): Promise<void> {
		return this.#mixer.unlock();
	}

	/** Shows a seat's picture on a canvas, from now on and whenever it is there. Returns how to stop. */
	show(seat: string, source: PictureSource, canvas: HTMLCanvasElement): () => void {
		const key = keyOf(seat, source);
		const shown = this.#pictures.get(key) ?? { canvases: new Canvases(), fed: null, linger: undefined };
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
				shown.fed?.feed.close();
			}, LINGER);
		};
	}

	/** Ends all sound and picture. */
	close(): void {
		for (const stop of this.#stops) stop();
		this.#wakeLock.close();
		tellSystem(null);
		for (const { feed } of this.#sounds.values()) feed.close();
		this.#sounds.clear();
		for (const shown of this.#pictures.values()) {
			clearTimeout(shown.linger);
			shown.fed?.feed.close();
		}
		this.#pictures.clear();
		this.#mixer.close();
		releaseSession(this.#link);
	}

	/** Opens and closes feeds until they are what the view names. */
	#follow(): void {
		const connection = this.#able ? this.#session.established.value : null;
		const gone = this.#link.state.value.kind === "goodbye";
		const streams = gone ? {} : (this.#link.view.value?.streams ?? {});
		const me = this.#link.welcome.value?.seat;

		for (const seat of new Set([...this.#sounds.keys(), ...Object.keys(streams)])) {
			// Nobody hears themselves.
			const stream = seat === me ? undefined : streams[seat]?.microphone;
			const fed = this.#sounds.get(seat);
			if (fed && isFor(fed, connection, stream)) continue;
			fed?.feed.close();
			this.#sounds.delete(seat);
			if (connection && stream) {
				const feed = new SoundFeed(connection, stream, this.#mixer);
				this.#sounds.set(seat, { connection, stream, feed });
			}
		}
		for (const [key, shown] of this.#pictures) {
			const [seat, source] = key.split("/") as [string, PictureSource];
			const stream = streams[seat]?.[source];
			if (shown.fed && isFor(shown.fed, connection, stream)) continue;
			shown.fed?.feed.close();
			shown.fed = null;
			if (connection && stream) {
				const feed = new PictureFeed(connection, stream, source, {
					heard: () => this.#sounds.get(seat)?.feed.heard ?? null,
					draw: (picture) => shown.canvases.draw(picture),
				});
				shown.fed = { connection, stream, feed };
			}
		}
		if (this.#sounds.size === 0 && Object.keys(this.#levels.peek()).length > 0) this.#levels.value = {};
	}

	/** While a meeting is open nothing is touched for a long time, and yet the page is in use. */
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
		const levels: Record<string, number> = {};
		for (const [seat, { feed }] of this.#sounds) levels[seat] = feed.level;
		this.#levels.value = levels;
	}
}

function keyOf(seat: string, source: Source): string {
	return `${seat}/${source}`;
}

function isFor(
	fed: Fed<unknown>,
	connection: Connection.Established | null,
	stream: Stream | undefined,
): boolean {
	return (
		fed.connection === connection && fed.stream.path === stream?.path && fed.stream.codec === stream.codec
	);
}
