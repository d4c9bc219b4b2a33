import type { PlacedFrame } from "../track-reader";

/** With a longer decoder queue than this it is better to skip to the next key frame. */
const MAX_QUEUED_FRAMES = 45;
/**
 * A decoder that has taken this many frames and returned nothing for this long has failed silently.
 */
const SWALLOWED_FRAMES = 40;
const SILENT_MS = 2_000;

/** Decodes one picture's frames; falls back to software where the hardware decoder fails. */
export class PictureDecoder {
	readonly #config: VideoDecoderConfig;
	readonly #onPicture: (picture: VideoFrame) => void;
	#decoder: VideoDecoder;
	#inSoftware = false;
	#needsKey = true;
	/** How many frames were taken since the latest picture came out, and since when. */
	#taken = 0;
	#takenSince = 0;

	/**
	 * @param codec - as WebCodecs names it
	 * @param onPicture - gets each picture, and has to close it
	 */
	constructor(codec: string, onPicture: (picture: VideoFrame) => void) {
		this.#config = { codec, optimizeForLatency: true };
		this.#onPicture = onPicture;
		this.#decoder = this.#make();
	}

	/** Takes the next frame. Frames that depend on a missing one are dropped. */
	decode({ timestamp, data, first }: PlacedFrame): void {
		if (first && this.#isSilent()) this.#decoder.close();
		if (this.#decoder.state === "closed") {
			// If only a frame was damaged, the other kind of decoder works as well.
			this.#inSoftware = !this.#inSoftware;
			this.#decoder = this.#make();
		}
		if (this.#decoder.decodeQueueSize > MAX_QUEUED_FRAMES) this.#needsKey = true;
		if (this.#needsKey && !first) return;
		this.#needsKey = false;
		if (this.#taken++ === 0) this.#takenSince = performance.now();
		try {
			this.#decoder.decode(new EncodedVideoChunk({ type: first ? "key" : "delta", timestamp, data }));
		} catch {
			// Some decoders inspect a frame and throw at once.
			this.#decoder.close();
		}
	}

	/** Ends it. */
	close(): void {
		if (this.#decoder.state !== "closed") this.#decoder.close();
	}

	#isSilent(): boolean {
		return this.#taken > SWALLOWED_FRAMES && performance.now() - this.#takenSince > SILENT_MS;
	}

	#make(): VideoDecoder {
		this.#needsKey = true;
		this.#taken = 0;
		const decoder = new VideoDecoder({
			output: (picture) => {
				this.#taken = 0;
				this.#onPicture(picture);
			},
			// The decoder has closed itself; the next frame opens another.
			error: () => undefined,
		});
		decoder.configure(
			this.#inSoftware ? { ...this.#config, hardwareAcceleration: "prefer-software" } : this.#config,
		);
		return decoder;
	}
}
