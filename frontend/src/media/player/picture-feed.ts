import type { Stream } from "@/wire/protocol";
import type { PictureSource, SmallSource } from "../source";
import { TrackFeed } from "../track-feed";
import type { MediaWay } from "../way";
import { DecodeGate } from "./decode-gate";
import { DelayMeter } from "./delay-meter";
import { PictureDecoder } from "./picture-decoder";
import { PictureQueue } from "./picture-queue";

/** How long an unfinished group may delay the next one. */
const MAX_GROUP_WAIT_MS = 150;
/**
 * A picture without a new frame for this long is stalled; a shared screen sends one each second.
 */
const STALLED_AFTER_MS = 1_000;
const SCREEN_STALLED_AFTER_MS = 2_300;
/** How long the first picture may take: its key frame has to be encoded, and is large. */
const FIRST_PICTURE_TIMEOUT_MS = 4_000;
/** How often waiting frames are checked for being due. */
const CHECK_INTERVAL_MS = 30;

/** What a picture feed needs of the page. */
export interface PictureScene {
	/** The timestamp of what is heard of this seat now, in microseconds; null if nothing is. */
	heard(): number | null;
	/** Draws a picture. The feed closes it afterwards. */
	draw(picture: VideoFrame): void;
}

/** One picture, from its track to the screen, in step with its sound. */
export class PictureFeed {
	readonly #scene: PictureScene;
	readonly #stalledAfter: number;
	readonly #track: TrackFeed;
	readonly #delay = new DelayMeter();
	/** When the feed began over the present connection; null while there is none. */
	#since: number | null = null;
	#lost = 0;
	readonly #gate = new DecodeGate();
	#look: ReturnType<typeof setTimeout> | undefined;
	readonly #queue = new PictureQueue<VideoFrame>();
	readonly #decoder: PictureDecoder;
	#tick = 0;

	constructor(stream: Stream, source: PictureSource | SmallSource, scene: PictureScene) {
		this.#scene = scene;
		this.#stalledAfter = source.startsWith("screen") ? SCREEN_STALLED_AFTER_MS : STALLED_AFTER_MS;
		this.#decoder = new PictureDecoder(stream.codec, (picture) => {
			this.#queue.push(picture);
			this.#present();
		});
		this.#track = new TrackFeed(
			stream.path,
			source,
			{ tolerance: () => MAX_GROUP_WAIT_MS, newest: true },
			{
				frame: (frame) => {
					this.#delay.push(frame.timestamp, frame.arrived);
					this.#gate.push(frame);
					this.#decode();
				},
				lost: () => {
					this.#lost++;
				},
			},
		);
	}

	/** The connection to take it over. */
	set way(way: MediaWay | null) {
		this.#track.way = way;
		if (way === null) this.#since = null;
		else this.#since ??= performance.now();
	}

	/**
	 * Since the previous call: the delay relative to the windowed minimum, and how many groups were
	 * skipped.
	 */
	stats(): { delay: number | null; lost: number } {
		const lost = this.#lost;
		this.#lost = 0;
		const now = performance.now();
		const delay = this.#delay.take()?.median ?? null;
		if (delay !== null || this.#since === null) return { delay, lost };
		const { arrived } = this.#delay;
		const still = now - Math.max(this.#since, arrived ?? 0);
		return {
			delay: still > (arrived === null ? FIRST_PICTURE_TIMEOUT_MS : this.#stalledAfter) ? still : null,
			lost,
		};
	}

	/** Ends it. */
	close(): void {
		this.#track.close();
		clearTimeout(this.#look);
		cancelAnimationFrame(this.#tick);
		this.#decoder.close();
		this.#queue.close();
	}

	/** Decodes the frames that are due, and schedules the rest. */
	#decode(): void {
		clearTimeout(this.#look);
		for (const frame of this.#gate.take(this.#scene.heard())) this.#decoder.decode(frame);
		if (!this.#gate.empty) this.#look = setTimeout(() => this.#decode(), CHECK_INTERVAL_MS);
	}

	/** Draws the picture that is due, and schedules the rest for the next animation frame. */
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
