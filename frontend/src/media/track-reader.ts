import { decodeFrame, type MediaFrame } from "./frames";
import { GroupOrder, type Patience } from "./group-order";
import type { MediaWay, TrackSink, TrackWanted } from "./way";

/** What is later than this is the rest of something else, in milliseconds. */
const MAX_LATE_MS = 500;
const RETRY_DELAY_MS = 250;

/** A frame in its place. */
export interface PlacedFrame extends MediaFrame {
	/** Whether it begins a group, which is where decoding can begin. */
	first: boolean;
	/** When it arrived, by `performance.now()`. */
	arrived: number;
}

/** Who is told what a track brings. */
export interface TrackListener {
	/** The next frame in order. */
	frame(frame: PlacedFrame): void;
	/** A frame came so many milliseconds after its group had been given up. */
	late?(ms: number): void;
	/** The rest of a group was lost on the way. */
	lost?(): void;
}

/** Where a track is, and how it is taken and put in order. */
export interface TrackReading extends TrackWanted {
	connection: MediaWay;
	patience: Patience;
}

/** Takes a track and gives out its frames in order, until `close`. */
export class TrackReader {
	readonly #reading: TrackReading;
	readonly #listener: TrackListener;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#leave: () => void;
	#closed = false;

	constructor(reading: TrackReading, listener: TrackListener) {
		this.#reading = reading;
		this.#listener = listener;
		this.#leave = this.#take();
	}

	/** Takes no more; the listener hears nothing after this. */
	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		clearTimeout(this.#retry);
		this.#leave();
	}

	#take(): () => void {
		const order = new GroupOrder<PlacedFrame>(this.#reading.patience);
		/** Groups of which something has come. */
		const begun = new Set<number>();
		const sink: TrackSink = {
			begin: (sequence) => {
				const wanted = order.begin(sequence);
				if (!wanted) this.#tellLate(order);
				return wanted;
			},
			frame: (sequence, payload) => {
				const media = decodeFrame(payload);
				if (media === null) return true;
				const arrived = performance.now();
				const wanted = order.push(sequence, { ...media, first: !begun.has(sequence), arrived }, arrived);
				begun.add(sequence);
				if (wanted) this.#give(order);
				else this.#tellLate(order);
				return wanted;
			},
			end: (sequence, lost) => {
				begun.delete(sequence);
				order.end(sequence);
				if (lost) this.#listener.lost?.();
				this.#give(order);
			},
			gone: () => {
				// If the view still names it, another try finds it again.
				clearTimeout(this.#timer);
				this.#retry = setTimeout(() => {
					this.#leave = this.#take();
				}, RETRY_DELAY_MS);
			},
		};
		return this.#reading.connection.take(this.#reading, sink);
	}

	#tellLate(order: GroupOrder<PlacedFrame>): void {
		const ms = performance.now() - order.skippedAt;
		if (ms < MAX_LATE_MS) this.#listener.late?.(ms);
	}

	#give(order: GroupOrder<PlacedFrame>): void {
		if (this.#closed) return;
		clearTimeout(this.#timer);
		const now = performance.now();
		for (let frame = order.next(now); frame !== undefined; frame = order.next(now)) {
			this.#listener.frame(frame);
			// Whoever has heard enough says so in the middle of it.
			if (this.#closed) return;
		}
		const wait = order.wait(now);
		if (wait !== null) this.#timer = setTimeout(() => this.#give(order), wait + 1);
	}
}
