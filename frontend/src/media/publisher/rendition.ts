import type { PictureFormat } from "@/wire/protocol";
import type { PictureSource, SmallSource } from "../source";
import type { Encoded } from "../way";
import { encoderConfig, formatOf, type Limits, sizeToSend } from "./picture-format";

/** With a longer encoder queue than this, pictures are dropped. */
const MAX_QUEUED_FRAMES = 2;
/** As many drops as this among the latest pictures mean that the encoder cannot keep up. */
const JUDGED_FRAMES = 90;
const STRAIN_FRAMES = 30;
/**
 * Below this share of the bit rate a picture is sent at half its size: fewer pixels of better
 * quality.
 */
const HALF_SIZE_SHARE = 0.35;
/** The least bit rate that is worth sending. */
const MIN_BITRATE_BPS = 100_000;
/** Smaller changes of the bit rate are not worth telling the encoder. */
const BITRATE_STEP_SHARE = 0.08;

/** The callbacks of a rendition. */
export interface RenditionListener {
	/** Gets each encoded picture. */
	send(source: PictureSource | SmallSource, encoded: Encoded): void;
	/** Called when the format is known or changes; null if this browser cannot encode. */
	format(source: PictureSource | SmallSource, format: PictureFormat | null): void;
}

/** Encodes one rendition of a picture while it is wanted. */
export class Rendition {
	readonly #source: PictureSource | SmallSource;
	readonly #listener: RenditionListener;
	#limits: Limits | null = null;
	/** At the full size and bit rate. */
	#config: VideoEncoderConfig | null = null;
	#encoder: VideoEncoder | null = null;
	#encoderConfig: VideoEncoderConfig | null = null;
	#inSoftware = false;
	#wanted = false;
	#share = 1;
	#keyAt = Number.NEGATIVE_INFINITY;
	#sentAt = Number.NEGATIVE_INFINITY;
	#offered = 0;
	#leftOut = 0;
	#configuring = 0;

	constructor(source: PictureSource | SmallSource, listener: RenditionListener) {
		this.#source = source;
		this.#listener = listener;
	}

	/**
	 * Sets whether pictures are encoded, beginning with a key frame. Returns whether that is a
	 * change to yes.
	 */
	want(wanted: boolean): boolean {
		if (wanted === this.#wanted) return false;
		this.#wanted = wanted;
		this.#keyAt = Number.NEGATIVE_INFINITY;
		this.#sentAt = Number.NEGATIVE_INFINITY;
		if (!wanted) this.#dropEncoder();
		return wanted;
	}

	/** The share of the full bit rate that may be sent, above 0 and at most 1. */
	set share(share: number) {
		this.#share = share;
		if (this.#encoder === null || this.#encoderConfig === null) return;
		const [before, now] = [this.#encoderConfig, this.#scaled()];
		if (now === null) return;
		if (now.width !== before.width) this.#dropEncoder();
		else if (Math.abs((now.bitrate ?? 0) / (before.bitrate ?? 1) - 1) > BITRATE_STEP_SHARE) {
			this.#encoderConfig = now;
			this.#encoder.configure(this.#withSoftware(now));
		}
	}

	/** The timestamp of the latest picture encoded. */
	get sentAt(): number {
		return this.#sentAt;
	}

	/** Whether the encoder does not keep up with what it is given. */
	get strained(): boolean {
		return this.#leftOut >= STRAIN_FRAMES;
	}

	/** Sets the size and the limits of the pictures that follow. */
	async configure(limits: Limits, width: number, height: number): Promise<void> {
		const turn = ++this.#configuring;
		const config = await encoderConfig(limits, sizeToSend(limits, width, height));
		if (turn !== this.#configuring) return;
		this.#dropEncoder();
		this.#limits = limits;
		this.#config = config;
		this.#offered = 0;
		this.#leftOut = 0;
		this.#listener.format(this.#source, config && formatOf(config));
	}

	/** Encodes a picture, if it is wanted and due. The caller closes the picture. */
	encode(picture: VideoFrame): void {
		const scaled = this.#scaled();
		if (!this.#wanted || scaled === null || this.#limits === null) return;
		// Not every browser keeps to the frame rate asked for, and a small rendition has a lower
		// one.
		const least = (0.9 * 1e6) / this.#limits.frameRate;
		if (picture.timestamp - this.#sentAt < least) return;
		this.#encoder ??= this.#makeEncoder(scaled);
		if (this.#offered++ % JUDGED_FRAMES === 0) this.#leftOut = 0;
		if (this.#encoder.encodeQueueSize > MAX_QUEUED_FRAMES) {
			this.#leftOut++;
			return;
		}
		const keyFrame = picture.timestamp - this.#keyAt >= this.#limits.keyEvery;
		if (keyFrame) this.#keyAt = picture.timestamp;
		this.#sentAt = picture.timestamp;
		this.#encoder.encode(picture, { keyFrame });
	}

	/** Ends it. */
	close(): void {
		this.#configuring++;
		this.#wanted = false;
		this.#config = null;
		this.#dropEncoder();
	}

	#scaled(): VideoEncoderConfig | null {
		const config = this.#config;
		if (config === null) return null;
		const bitrate = Math.max(MIN_BITRATE_BPS, Math.round((config.bitrate ?? 0) * this.#share));
		if (this.#share >= HALF_SIZE_SHARE || this.#source !== "camera") return { ...config, bitrate };
		const half = (length: number) => 2 * Math.round(length / 4);
		return { ...config, bitrate, width: half(config.width), height: half(config.height) };
	}

	#withSoftware(config: VideoEncoderConfig): VideoEncoderConfig {
		return this.#inSoftware ? { ...config, hardwareAcceleration: "prefer-software" } : config;
	}

	#makeEncoder(config: VideoEncoderConfig): VideoEncoder {
		const encoder = new VideoEncoder({
			output: (chunk) => {
				if (encoder !== this.#encoder) return;
				const { timestamp, byteLength } = chunk;
				const key = chunk.type === "key";
				const copyTo = (into: Uint8Array<ArrayBuffer>): void => chunk.copyTo(into);
				this.#listener.send(this.#source, { timestamp, byteLength, copyTo, key });
			},
			// The next picture makes another encoder, in software where the machine's own has
			// failed, and begins with a key frame.
			error: () => {
				if (encoder !== this.#encoder) return;
				this.#inSoftware = !this.#inSoftware;
				this.#dropEncoder();
			},
		});
		this.#encoderConfig = config;
		encoder.configure(this.#withSoftware(config));
		this.#keyAt = Number.NEGATIVE_INFINITY;
		return encoder;
	}

	#dropEncoder(): void {
		const encoder = this.#encoder;
		this.#encoder = null;
		if (encoder && encoder.state !== "closed") encoder.close();
	}
}
