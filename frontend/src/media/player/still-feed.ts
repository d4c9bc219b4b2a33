import type { Stream } from "@/wire/protocol";
import { type PictureSource, PRIORITY, type SmallSource } from "../source";
import { type PlacedFrame, TrackReader } from "../track-reader";
import type { MediaWay } from "../way";

/** The time between two stills. */
const STILL_INTERVAL_MS = 10_000;

/**
 * A still of a picture every ten seconds: one key frame is taken of its track, and no more until
 * the next.
 */
export class StillFeed {
	readonly #stream: Stream;
	readonly #source: PictureSource | SmallSource;
	readonly #draw: (picture: VideoFrame) => void;
	#way: MediaWay | null = null;
	#reader: TrackReader | null = null;
	#decoder: VideoDecoder | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#takenAt = Number.NEGATIVE_INFINITY;

	/** @param draw - shows a picture, which is the feed's again afterwards */
	constructor(stream: Stream, source: PictureSource | SmallSource, draw: (picture: VideoFrame) => void) {
		this.#stream = stream;
		this.#source = source;
		this.#draw = draw;
	}

	/** Sets the connection. */
	set way(way: MediaWay | null) {
		if (way === this.#way) return;
		this.#way = way;
		this.#stop();
		if (way !== null) this.#wait(way);
	}

	/** Ends it. */
	close(): void {
		this.#stop();
		this.#closeDecoder();
	}

	#stop(): void {
		clearTimeout(this.#timer);
		this.#reader?.close();
		this.#reader = null;
	}

	#wait(way: MediaWay): void {
		const since = performance.now() - this.#takenAt;
		this.#timer = setTimeout(() => this.#take(way), Math.max(0, STILL_INTERVAL_MS - since));
	}

	#take(connection: MediaWay): void {
		const wanted = {
			path: this.#stream.path,
			source: this.#source,
			priority: PRIORITY[this.#source],
			once: true,
		};
		const patience = { tolerance: () => STILL_INTERVAL_MS, newest: true };
		this.#reader = new TrackReader(
			{ ...wanted, connection, patience },
			{ frame: (frame) => this.#show(frame) },
		);
	}

	#show({ timestamp, data, first }: PlacedFrame): void {
		const way = this.#way;
		if (!first || way === null) return;
		this.#takenAt = performance.now();
		this.#stop();
		this.#wait(way);
		this.#closeDecoder();
		const decoder = new VideoDecoder({
			output: (picture) => {
				this.#draw(picture);
				picture.close();
			},
			// The next still may be decodable.
			error: () => undefined,
		});
		this.#decoder = decoder;
		decoder.configure({ codec: this.#stream.codec, optimizeForLatency: true });
		decoder.decode(new EncodedVideoChunk({ type: "key", timestamp, data }));
		// No frame follows that would push this one out of the decoder.
		decoder.flush().catch(() => undefined);
	}

	#closeDecoder(): void {
		if (this.#decoder && this.#decoder.state !== "closed") this.#decoder.close();
		this.#decoder = null;
	}
}
