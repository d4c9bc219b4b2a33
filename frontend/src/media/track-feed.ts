import type { Patience } from "./group-order";
import type { TrackSource } from "./source";
import { PRIORITY } from "./source";
import { type TrackListener, TrackReader } from "./track-reader";
import type { MediaWay } from "./way";

/** A reader that was replaced reads on for so long, in case the new one brings nothing, in milliseconds. */
const LINGER_MS = 1_500;

/** Takes a track over whichever connection there is, and goes from one to the next without a break. */
export class TrackFeed {
	readonly #path: string;
	readonly #source: TrackSource;
	readonly #patience: Patience;
	readonly #listener: TrackListener;
	#way: MediaWay | null = null;
	#reader: TrackReader | null = null;
	#before: TrackReader | null = null;
	#linger: ReturnType<typeof setTimeout> | undefined;
	#last = Number.NEGATIVE_INFINITY;

	/** @param listener - hears the frames in order, none twice */
	constructor(path: string, source: TrackSource, patience: Patience, listener: TrackListener) {
		this.#path = path;
		this.#source = source;
		this.#patience = patience;
		this.#listener = listener;
	}

	/** The connection to take it over from now on; null while there is none. */
	set way(way: MediaWay | null) {
		if (way === this.#way) return;
		this.#way = way;
		this.#dropBefore();
		this.#before = this.#reader;
		this.#reader = way && this.#read(way);
		if (this.#before === null) return;
		if (way === null) this.#dropBefore();
		else this.#linger = setTimeout(() => this.#dropBefore(), LINGER_MS);
	}

	/** Takes no more; the listener hears nothing after this. */
	close(): void {
		this.#dropBefore();
		this.#reader?.close();
		this.#reader = null;
	}

	#read(connection: MediaWay): TrackReader {
		const wanted = { path: this.#path, source: this.#source, priority: PRIORITY[this.#source] };
		const reader: TrackReader = new TrackReader(
			{ ...wanted, connection, patience: this.#patience },
			{
				...this.#listener,
				frame: (frame) => {
					if (this.#before !== null && reader === this.#reader) this.#dropBefore();
					// Both connections bring the same for a moment, and a new one begins with what is there.
					if (frame.timestamp <= this.#last) return;
					this.#last = frame.timestamp;
					this.#listener.frame(frame);
				},
			},
		);
		return reader;
	}

	#dropBefore(): void {
		clearTimeout(this.#linger);
		this.#before?.close();
		this.#before = null;
	}
}
