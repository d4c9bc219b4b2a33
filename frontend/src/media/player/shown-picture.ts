import type { Stream, Streams } from "@/wire/protocol";
import { type PictureSource, type SmallSource, smallOf } from "../source";
import type { MediaWay } from "../way";
import { Canvases } from "./canvases";
import type { Level } from "./level";
import { PictureFeed } from "./picture-feed";
import { StillFeed } from "./still-feed";

/** For how long the smaller rendition is kept while the larger one has not arrived. */
const CHANGE_TIMEOUT_MS = 4_000;

/** The rendition that is taken of a picture. */
interface Chosen {
	stream: Stream;
	source: PictureSource | SmallSource;
	still: boolean;
}

interface Shown {
	chosen: Chosen;
	feed: PictureFeed | StillFeed;
}

/** The present connections; null while there is none. */
interface Ways {
	way: MediaWay | null;
	pictureWay: MediaWay | null;
}

/** One picture of a seat, on all canvases that show it, at the level that the connection bears. */
export class ShownPicture {
	readonly canvases = new Canvases();
	/** The timer that ends the feed once no canvas has shown it for a while. */
	linger: ReturnType<typeof setTimeout> | undefined;
	readonly #source: PictureSource;
	readonly #heard: () => number | null;
	#current: Shown | null = null;
	/** The feed that is still shown until its successor has a picture. */
	#previous: Shown | null = null;
	#change: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param heard - what of the seat's sound is at the ear now, in microseconds; null: nothing is
	 */
	constructor(source: PictureSource, heard: () => number | null) {
		this.#source = source;
		this.#heard = heard;
	}

	/** Takes the best available rendition that the level allows. */
	follow(streams: Streams | undefined, level: Level, ways: Ways): void {
		const chosen = choose(this.#source, streams, level);
		if (!isSame(this.#current?.chosen ?? null, chosen)) this.#take(chosen);
		if (this.#current) this.#current.feed.way = wayOf(this.#current.feed, ways);
		if (this.#previous) this.#previous.feed.way = wayOf(this.#previous.feed, ways);
	}

	/** Delay and skipped groups since the previous call; null for stills or nothing. */
	stats(): { delay: number | null; lost: number } | null {
		const feed = this.#current?.feed;
		return feed instanceof PictureFeed ? feed.stats() : null;
	}

	/** Ends it. */
	close(): void {
		clearTimeout(this.linger);
		this.#take(null);
	}

	#take(chosen: Chosen | null): void {
		this.#dropPrevious();
		// On the way up the small picture stays until the large one is there; on the way down all
		// bandwidth is needed.
		if (this.#current !== null && isMore(chosen, this.#current.chosen)) {
			this.#previous = this.#current;
			this.#change = setTimeout(() => this.#dropPrevious(), CHANGE_TIMEOUT_MS);
		} else this.#current?.feed.close();
		this.#current = chosen && { chosen, feed: this.#open(chosen) };
	}

	#open({ stream, source, still }: Chosen): PictureFeed | StillFeed {
		if (still) return new StillFeed(stream, source, (picture) => this.canvases.draw(picture));
		const feed: PictureFeed = new PictureFeed(stream, source, {
			heard: this.#heard,
			draw: (picture) => {
				if (this.#current?.feed === feed) this.#dropPrevious();
				this.canvases.draw(picture);
			},
		});
		return feed;
	}

	#dropPrevious(): void {
		clearTimeout(this.#change);
		this.#previous?.feed.close();
		this.#previous = null;
	}
}

/**
 * A still is for links that are too narrow for two connections: beside the sound it goes behind it.
 */
function wayOf(feed: PictureFeed | StillFeed, { way, pictureWay }: Ways): MediaWay | null {
	return feed instanceof StillFeed ? way : pictureWay;
}

/** Chooses the rendition; where there is no small one, the full one. */
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

/** Whether this is a higher rendition of the same picture. */
function isMore(now: Chosen | null, before: Chosen): boolean {
	if (now === null || now.still) return false;
	return before.still || (before.source !== now.source && !now.source.endsWith("_small"));
}
