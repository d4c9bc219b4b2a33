import { decodeFrame, type MediaFrame } from "./frames";
import { GroupOrder, type Patience } from "./group-order";
import type { MediaWay, Subscription, TrackSink } from "./way";

/**
 * A frame this long after the latest skip is the rest of something else, and not reported as late.
 */
const MAX_LATE_MS = 500;
const RETRY_DELAY_MS = 250;

/** A frame in order. */
export interface PlacedFrame extends MediaFrame {
	/** Whether it begins a group, which is where decoding can begin. */
	first: boolean;
	/** When it arrived, by `performance.now()`. */
	arrived: number;
}

/** The callbacks of a track reader. */
export interface TrackListener {
	/** The next frame in order. */
	frame(frame: PlacedFrame): void;
	/** A frame arrived this many milliseconds after its group had been skipped. */
	late?(ms: number): void;
	/** The rest of a group was lost on the way. */
	lost?(): void;
}

/** Which track to read, and how its groups are put in order. */
export interface TrackReading extends Subscription {
	connection: MediaWay;
	patience: Patience;
}

/** Subscribes to a track, and delivers its frames in order, until `close`. */
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

	/** Ends the subscription; the listener is not called after this. */
	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		clearTimeout(this.#retry);
		this.#leave();
	}

	#take(): () => void {
		const order = new GroupOrder<PlacedFrame>(this.#reading.patience);
		/** The groups of which a frame has arrived. */
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
				// If the view still names the track, another attempt will find it.
				clearTimeout(this.#timer);
				this.#retry = setTimeout(() => {
					this.#leave = this.#take();
				}, RETRY_DELAY_MS);
			},
		};
		return this.#reading.connection.subscribe(this.#reading, sink);
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
			// The listener may call `close` while it is being called.
			if (this.#closed) return;
		}
		const wait = order.wait(now);
		if (wait !== null) this.#timer = setTimeout(() => this.#give(order), wait + 1);
	}
}
