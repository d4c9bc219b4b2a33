import type { Patience } from "./group-order";
import type { TrackSource } from "./source";
import { PRIORITY } from "./source";
import { type TrackListener, TrackReader } from "./track-reader";
import type { MediaWay } from "./way";

/** For how long a replaced reader reads on, in case the new one brings nothing. */
const LINGER_MS = 1_500;

/** Subscribes to a track over the present connection, and moves to the next one without a gap. */
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

	/** Sets the connection; null while there is none. */
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

	/** Ends the subscription; the listener is not called after this. */
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
					// Both connections deliver the same frames for a moment.
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
