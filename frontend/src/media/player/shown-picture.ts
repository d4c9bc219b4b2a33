import type { Stream, Streams } from "@/wire/protocol";
import { type PictureSource, type SmallSource, smallOf } from "../source";
import type { MediaWay } from "../way";
import { Canvases } from "./canvases";
import type { Level } from "./level";
import { PictureFeed } from "./picture-feed";
import { StillFeed } from "./still-feed";

/** A larger picture that does not come within so long is not waited for with the smaller one, in milliseconds. */
const CHANGE_TIMEOUT_MS = 4_000;

/** What is taken of a picture. */
interface Chosen {
	stream: Stream;
	source: PictureSource | SmallSource;
	still: boolean;
}

interface Taking {
	chosen: Chosen;
	feed: PictureFeed | StillFeed;
}

/** The connections that there are; null while there is none. */
interface Ways {
	way: MediaWay | null;
	pictureWay: MediaWay | null;
}

/** One picture of a seat, on all canvases that show it, at the level that the connection bears. */
export class ShownPicture {
	readonly canvases = new Canvases();
	/** Gives it up after nobody has shown it for a while. */
	linger: ReturnType<typeof setTimeout> | undefined;
	readonly #source: PictureSource;
	readonly #heard: () => number | null;
	#taking: Taking | null = null;
	/** What is still shown until what is taken instead is there. */
	#before: Taking | null = null;
	#change: ReturnType<typeof setTimeout> | undefined;

	/** @param heard - what of the seat's sound is at the ear now, in microseconds; null: nothing is */
	constructor(source: PictureSource, heard: () => number | null) {
		this.#source = source;
		this.#heard = heard;
	}

	/** Takes what there is of it, as far as the level goes. */
	follow(streams: Streams | undefined, level: Level, ways: Ways): void {
		const chosen = choose(this.#source, streams, level);
		if (!isSame(this.#taking?.chosen ?? null, chosen)) this.#take(chosen);
		if (this.#taking) this.#taking.feed.way = wayOf(this.#taking.feed, ways);
		if (this.#before) this.#before.feed.way = wayOf(this.#before.feed, ways);
	}

	/** How it fared since this was last asked; null where nothing moving is taken. */
	fare(): { delay: number | null; lost: number } | null {
		const feed = this.#taking?.feed;
		return feed instanceof PictureFeed ? feed.fare() : null;
	}

	/** Ends it. */
	close(): void {
		clearTimeout(this.linger);
		this.#take(null);
	}

	#take(chosen: Chosen | null): void {
		this.#dropBefore();
		// Going up, the small picture stays until the large one is there; going down, all room is needed.
		if (this.#taking !== null && isMore(chosen, this.#taking.chosen)) {
			this.#before = this.#taking;
			this.#change = setTimeout(() => this.#dropBefore(), CHANGE_TIMEOUT_MS);
		} else this.#taking?.feed.close();
		this.#taking = chosen && { chosen, feed: this.#open(chosen) };
	}

	#open({ stream, source, still }: Chosen): PictureFeed | StillFeed {
		if (still) return new StillFeed(stream, source, (picture) => this.canvases.draw(picture));
		const feed: PictureFeed = new PictureFeed(stream, source, {
			heard: this.#heard,
			draw: (picture) => {
				if (this.#taking?.feed === feed) this.#dropBefore();
				this.canvases.draw(picture);
			},
		});
		return feed;
	}

	#dropBefore(): void {
		clearTimeout(this.#change);
		this.#before?.feed.close();
		this.#before = null;
	}
}

/** A still is for links that are too narrow for two connections: beside the sound it goes behind it. */
function wayOf(feed: PictureFeed | StillFeed, { way, pictureWay }: Ways): MediaWay | null {
	return feed instanceof StillFeed ? way : pictureWay;
}

/** What to take of a picture; where there is no small rendition, the one that there is. */
function choose(source: PictureSource, streams: Streams | undefined, level: Level): Chosen | null {
	const full = streams?.[source];
	if (full === undefined || level === "sound") return null;
	const small = streams?.[smallOf(source)];
	const still = level === "stills";
	if (small === undefined || level === "full") return { stream: full, source, still };
	return { stream: small, source: smallOf(source), still };
}

function isSame(one: Chosen | null, other: Chosen | null): boolean {
	if (one === null || other === null) return one === other;
	return (
		one.stream.path === other.stream.path &&
		one.stream.codec === other.stream.codec &&
		one.still === other.still
	);
}

/** Whether it shows more of the same picture. */
function isMore(now: Chosen | null, before: Chosen): boolean {
	if (now === null || now.still) return false;
	return before.still || (before.source !== now.source && !now.source.endsWith("_small"));
}
