import type { PictureFormat } from "@/wire/protocol";
import type { PictureSource } from "../source";
import type { Encoded } from "../way";
import { capturePictures } from "./picture-capture";
import { encoderConfig, formatOf, LIMITS, sizeToSend } from "./picture-format";
import { nowMicros } from "./sample-clock";

const KEY_EVERY = 2_000_000;
/** With more than this waiting in the encoder, pictures are left out. */
const QUEUED_MOST = 2;
/** A screen on which nothing moves brings no pictures: the last one is sent again, each second. */
const STILL_EVERY = 1_000;

/** What a picture sender tells its owner. */
export interface PictureListener {
	/** Gets each encoded picture. */
	send(encoded: Encoded): void;
	/** The format is known, or another; null where this browser cannot encode. */
	format(format: PictureFormat | null): void;
}

/** Encodes a camera's or a screen's pictures while they are wanted. */
export class PictureSender {
	readonly #source: PictureSource;
	readonly #listener: PictureListener;
	readonly #stopCapture: () => void;
	#encoder: VideoEncoder | null = null;
	#inSoftware = false;
	#config: VideoEncoderConfig | null = null;
	/** The size of the pictures that the configuration was made for. */
	#configuredFor = "";
	#last: VideoFrame | null = null;
	#still: ReturnType<typeof setInterval> | undefined;
	#keyAt = Number.NEGATIVE_INFINITY;
	#sentAt = Number.NEGATIVE_INFINITY;
	#wanted = false;
	#closed = false;

	constructor(track: MediaStreamTrack, source: PictureSource, listener: PictureListener) {
		this.#source = source;
		this.#listener = listener;
		this.#stopCapture = capturePictures(track, (picture) => this.#take(picture));
		if (source === "screen") this.#still = setInterval(() => this.#repeat(), STILL_EVERY);
	}

	/** Whether anything is to be encoded. What is wanted anew begins with a key frame. */
	set wanted(wanted: boolean) {
		if (wanted === this.#wanted) return;
		this.#wanted = wanted;
		this.#keyAt = Number.NEGATIVE_INFINITY;
		this.#sentAt = Number.NEGATIVE_INFINITY;
		if (wanted) this.#repeat();
		else this.#dropEncoder();
	}

	/** Ends it. The device itself is the caller's. */
	close(): void {
		this.#closed = true;
		this.#stopCapture();
		clearInterval(this.#still);
		this.#last?.close();
		this.#last = null;
		this.#dropEncoder();
	}

	#take(picture: VideoFrame): void {
		if (this.#closed) {
			picture.close();
			return;
		}
		const size = `${picture.displayWidth}x${picture.displayHeight}`;
		if (size !== this.#configuredFor) {
			this.#configuredFor = size;
			void this.#configure(picture.displayWidth, picture.displayHeight);
		}
		this.#encode(picture);
		if (this.#source === "screen") {
			this.#last?.close();
			this.#last = picture;
		} else {
			picture.close();
		}
	}

	async #configure(width: number, height: number): Promise<void> {
		const config = await encoderConfig(this.#source, sizeToSend(this.#source, width, height));
		if (this.#closed || this.#configuredFor !== `${width}x${height}`) return;
		this.#dropEncoder();
		this.#config = config;
		this.#keyAt = Number.NEGATIVE_INFINITY;
		this.#listener.format(config && formatOf(config));
		this.#repeat();
	}

	#repeat(): void {
		if (!this.#last || performance.now() * 1000 - this.#sentAt < (STILL_EVERY - 100) * 1000) return;
		const picture = new VideoFrame(this.#last, { timestamp: nowMicros() });
		this.#encode(picture);
		picture.close();
	}

	#encode(picture: VideoFrame): void {
		if (!this.#wanted || this.#config === null) return;
		// Screens are not asked for at their rate by every browser, so what is too much is left out here.
		const least = (0.9 * 1e6) / LIMITS[this.#source].frameRate;
		if (this.#source === "screen" && picture.timestamp - this.#sentAt < least) return;
		this.#encoder ??= this.#makeEncoder(this.#config);
		if (this.#encoder.encodeQueueSize > QUEUED_MOST) return;
		const keyFrame = picture.timestamp - this.#keyAt >= KEY_EVERY;
		if (keyFrame) this.#keyAt = picture.timestamp;
		this.#sentAt = picture.timestamp;
		this.#encoder.encode(picture, { keyFrame });
	}

	#makeEncoder(config: VideoEncoderConfig): VideoEncoder {
		const encoder = new VideoEncoder({
			output: (chunk) => {
				if (encoder !== this.#encoder) return;
				const { timestamp, byteLength } = chunk;
				const key = chunk.type === "key";
				this.#listener.send({ timestamp, byteLength, copyTo: (into) => chunk.copyTo(into), key });
			},
			// The next picture makes another encoder, in software where the machine's own has failed, and
			// begins with a key frame.
			error: () => {
				if (encoder !== this.#encoder) return;
				this.#inSoftware = !this.#inSoftware;
				this.#dropEncoder();
			},
		});
		encoder.configure(this.#inSoftware ? { ...config, hardwareAcceleration: "prefer-software" } : config);
		this.#keyAt = Number.NEGATIVE_INFINITY;
		return encoder;
	}

	#dropEncoder(): void {
		const encoder = this.#encoder;
		this.#encoder = null;
		if (encoder && encoder.state !== "closed") encoder.close();
	}
}
