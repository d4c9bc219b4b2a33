import { type PictureSource, type SmallSource, smallOf } from "../source";
import { capturePictures } from "./picture-capture";
import { limitsFor } from "./picture-format";
import { Rendition, type RenditionListener } from "./rendition";
import { nowMicros } from "./sample-clock";

/** A still screen delivers no pictures: the latest one is sent again at this interval. */
const STILL_INTERVAL_MS = 1_000;

/** Encodes a camera's or a screen's pictures, each rendition while it is wanted. */
export class PictureSender {
	readonly #source: PictureSource;
	readonly #full: Rendition;
	readonly #small: Rendition;
	readonly #stopCapture: () => void;
	/** The size of the pictures that the renditions were made for. */
	#configuredFor = "";
	/** Whether the machine does not keep up with the whole picture. */
	#modest = false;
	#last: VideoFrame | null = null;
	#still: ReturnType<typeof setInterval> | undefined;
	#closed = false;

	constructor(track: MediaStreamTrack, source: PictureSource, listener: RenditionListener) {
		this.#source = source;
		this.#full = new Rendition(source, listener);
		this.#small = new Rendition(smallOf(source), listener);
		this.#stopCapture = capturePictures(track, (picture) => this.#take(picture));
		if (source === "screen") this.#still = setInterval(() => this.#repeat(), STILL_INTERVAL_MS);
	}

	/** What is to be encoded. What is wanted anew begins with a key frame. */
	want(wants: (source: PictureSource | SmallSource) => boolean): void {
		const [full, small] = [wants(this.#source), wants(smallOf(this.#source))];
		const isNew = [this.#full.want(full), this.#small.want(small)];
		if (isNew.includes(true)) this.#repeat();
	}

	/** The share of the full bit rate that may be sent, above 0 and at most 1. */
	set share(share: number) {
		this.#full.share = share;
		this.#small.share = share;
	}

	/** Ends it. The device itself is the caller's. */
	close(): void {
		this.#closed = true;
		this.#stopCapture();
		clearInterval(this.#still);
		this.#last?.close();
		this.#last = null;
		this.#full.close();
		this.#small.close();
	}

	#take(picture: VideoFrame): void {
		if (this.#closed) {
			picture.close();
			return;
		}
		if (this.#source === "camera" && this.#full.strained) this.#modest = true;
		const size = `${picture.displayWidth}x${picture.displayHeight}${this.#modest ? " modest" : ""}`;
		if (size !== this.#configuredFor) {
			this.#configuredFor = size;
			void this.#configure(picture.displayWidth, picture.displayHeight);
		}
		this.#full.encode(picture);
		this.#small.encode(picture);
		if (this.#source === "screen") {
			this.#last?.close();
			this.#last = picture;
		} else {
			picture.close();
		}
	}

	async #configure(width: number, height: number): Promise<void> {
		const small = smallOf(this.#source);
		await Promise.all([
			this.#full.configure(limitsFor(this.#source, width, height, this.#modest), width, height),
			this.#small.configure(limitsFor(small, width, height, this.#modest), width, height),
		]);
		if (!this.#closed) this.#repeat();
	}

	/** Encodes the last picture again, where none has come for long. */
	#repeat(): void {
		const last = this.#last;
		if (last === null) return;
		const before = nowMicros() - (STILL_INTERVAL_MS - 100) * 1_000;
		for (const rendition of [this.#full, this.#small]) {
			if (rendition.sentAt > before) continue;
			const picture = new VideoFrame(last, { timestamp: nowMicros() });
			rendition.encode(picture);
			picture.close();
		}
	}
}
