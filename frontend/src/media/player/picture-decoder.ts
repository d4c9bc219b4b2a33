import type { PlacedFrame } from "../track-reader";

/** With more than this waiting to be decoded, it is better to begin again at the next key frame. */
const MAX_QUEUED_FRAMES = 45;
/** Whoever has taken so much, and given nothing back for so many milliseconds, has failed without a word. */
const SWALLOWED_FRAMES = 40;
const SILENT_MS = 2_000;

/** Decodes one picture's frames; where the machine's own decoder fails, in software. */
export class PictureDecoder {
	readonly #config: VideoDecoderConfig;
	readonly #onPicture: (picture: VideoFrame) => void;
	#decoder: VideoDecoder;
	#inSoftware = false;
	#needsKey = true;
	/** How much was taken since a picture came out, and since when. */
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

	/** Takes the next frame. What cannot be decoded without one that is missing is left out. */
	decode({ timestamp, data, first }: PlacedFrame): void {
		if (first && this.#isSilent()) this.#decoder.close();
		if (this.#decoder.state === "closed") {
			// A frame that was damaged on its way does no harm: either way decodes.
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
			// Some look into what they are given, and throw at once.
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
			// It closes itself; the next frame opens another.
			error: () => undefined,
		});
		decoder.configure(
			this.#inSoftware ? { ...this.#config, hardwareAcceleration: "prefer-software" } : this.#config,
		);
		return decoder;
	}
}
