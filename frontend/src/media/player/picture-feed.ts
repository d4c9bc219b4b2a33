import type { Connection } from "@moq/net";
import type { Stream } from "@/wire/protocol";
import type { PictureSource } from "../source";
import { type PlacedFrame, TrackReader } from "../track-reader";
import { PictureQueue } from "./picture-queue";

const PRIORITY: Record<PictureSource, number> = { screen: 60, camera: 40 };
/** How long an unfinished group may hold up the next, in milliseconds. */
const TOLERANCE = 150;
/** With more than this waiting to be decoded, it is better to begin again at the next key frame. */
const BEHIND = 45;

/** What a picture feed needs of the page. */
export interface PictureScene {
	/** What of this seat's sound is at the ear now, in microseconds; null: nothing is. */
	heard(): number | null;
	/** Shows a picture, which is the feed's again afterwards. */
	draw(picture: VideoFrame): void;
}

/** One picture, from its track to the screen, in step with its sound. */
export class PictureFeed {
	readonly #scene: PictureScene;
	readonly #config: VideoDecoderConfig;
	readonly #reader: TrackReader;
	readonly #queue = new PictureQueue<VideoFrame>();
	#decoder: VideoDecoder;
	#needsKey = true;
	#tick = 0;

	constructor(
		connection: Connection.Established,
		stream: Stream,
		source: PictureSource,
		scene: PictureScene,
	) {
		this.#scene = scene;
		this.#config = { codec: stream.codec, optimizeForLatency: true };
		this.#decoder = this.#makeDecoder();
		this.#reader = new TrackReader(
			{
				connection,
				path: stream.path,
				source,
				priority: PRIORITY[source],
				patience: { tolerance: () => TOLERANCE, newest: true },
			},
			{ frame: (frame) => this.#decode(frame) },
		);
	}

	/** Ends it. */
	close(): void {
		this.#reader.close();
		cancelAnimationFrame(this.#tick);
		if (this.#decoder.state !== "closed") this.#decoder.close();
		this.#queue.close();
	}

	#decode({ timestamp, data, first }: PlacedFrame): void {
		if (this.#decoder.state === "closed") this.#decoder = this.#makeDecoder();
		if (this.#decoder.decodeQueueSize > BEHIND) this.#needsKey = true;
		if (this.#needsKey && !first) return;
		this.#needsKey = false;
		this.#decoder.decode(new EncodedVideoChunk({ type: first ? "key" : "delta", timestamp, data }));
	}

	#makeDecoder(): VideoDecoder {
		this.#needsKey = true;
		const decoder = new VideoDecoder({
			output: (picture) => {
				this.#queue.push(picture);
				this.#present();
			},
			// A picture that cannot be decoded closes this decoder; the next key frame opens another.
			error: () => undefined,
		});
		decoder.configure(this.#config);
		return decoder;
	}

	/** Shows what is due, and comes back for the rest with the screen's next refresh. */
	#present(): void {
		cancelAnimationFrame(this.#tick);
		const picture = this.#queue.take(this.#scene.heard());
		if (picture) {
			this.#scene.draw(picture);
			picture.close();
		}
		if (!this.#queue.empty) this.#tick = requestAnimationFrame(() => this.#present());
	}
}
