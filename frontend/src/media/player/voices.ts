import type { Stream, View } from "@/wire/protocol";
import type { MediaWay } from "../way";
import type { Mixer } from "./mixer";
import { SoundFeed } from "./sound-feed";

/** For how long a voice is awaited that is to replace another. */
const MAX_WAIT_MS = 1_000;

/** A voice, and the stream that it was opened for. */
interface Voice {
	stream: Stream;
	feed: SoundFeed;
	/** Its gain. */
	gain: number;
	/** Whether the mixer lowers it by itself once others play. */
	isYielding: boolean;
}

/**
 * The voices that are taken, each as loud as it is to be.
 *
 * Whatever is to be quieter, or not taken any more, goes on as it is until all that is to be heard
 * plays: one voice goes over into the other, and nothing is missed between.
 */
export class Voices {
	readonly #mixer: Mixer;
	/** By seat. */
	readonly #voices = new Map<string, Voice>();
	#wanted: ReadonlyMap<string, number> = new Map();
	#waitUntil = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(mixer: Mixer) {
		this.#mixer = mixer;
	}

	/** How many voices are received. */
	get count(): number {
		return this.#voices.size;
	}

	/** The feed of a seat, if it is received. */
	feed(seat: string): SoundFeed | undefined {
		return this.#voices.get(seat)?.feed;
	}

	/** All feeds. */
	feeds(): SoundFeed[] {
		return [...this.#voices.values()].map(({ feed }) => feed);
	}

	/** The amplitude of each seat that is received, from 0 to 1, before its gain. */
	levels(): Record<string, number> {
		return Object.fromEntries([...this.#voices].map(([seat, { feed }]) => [seat, feed.level]));
	}

	/**
	 * Opens and closes what is taken until it is as wanted.
	 *
	 * @param gains - how loud each voice is to be, by seat, from 0 to 1; 0: taken unheard
	 * @param streams - what there is
	 * @param way - the connection to take it over; null while there is none
	 */
	follow(gains: ReadonlyMap<string, number>, streams: View["streams"], way: MediaWay | null): void {
		for (const [seat, { stream, feed }] of this.#voices) {
			if (streams[seat]?.microphone?.path === stream.path) continue;
			// The stream has ended at its source: what is buffered is played.
			feed.close(true);
			this.#voices.delete(seat);
		}
		for (const seat of gains.keys()) {
			const stream = streams[seat]?.microphone;
			if (stream === undefined || this.#voices.has(seat)) continue;
			this.#voices.set(seat, {
				stream,
				feed: new SoundFeed(stream, this.#mixer),
				gain: 0,
				isYielding: false,
			});
		}
		for (const { feed } of this.#voices.values()) feed.way = way;
		if (!areSame(gains, this.#wanted)) {
			this.#waitUntil = performance.now() + MAX_WAIT_MS;
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.settle(), MAX_WAIT_MS + 1);
		}
		this.#wanted = gains;
		this.settle();
	}

	/** Checks whether the awaited voices play. To be called with each report of the mixer. */
	settle(): void {
		const due = performance.now() < this.#waitUntil ? this.#due() : [];
		for (const [seat, voice] of this.#voices) {
			const gain = this.#wanted.get(seat) ?? 0;
			if (gain < voice.gain && due.length > 0) {
				voice.feed.yield(gain, due);
				voice.isYielding = true;
			} else if (!this.#wanted.has(seat)) {
				voice.feed.close(false);
				this.#voices.delete(seat);
			} else if (gain !== voice.gain || voice.isYielding) {
				voice.gain = gain;
				voice.feed.gain = gain;
				voice.isYielding = false;
			}
		}
	}

	/** Closes all feeds. */
	close(): void {
		clearTimeout(this.#timer);
		for (const { feed } of this.#voices.values()) feed.close(false);
		this.#voices.clear();
	}

	/** The feeds that should be heard and do not play yet. */
	#due(): SoundFeed[] {
		return [...this.#voices]
			.filter(([seat, { feed }]) => (this.#wanted.get(seat) ?? 0) > 0 && !feed.playing)
			.map(([, { feed }]) => feed);
	}
}

function areSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
	return one.size === other.size && [...one].every(([seat, gain]) => other.get(seat) === gain);
}
