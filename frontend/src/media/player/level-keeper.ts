import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { AckWatch } from "../ack-watch";
import { browserMemory } from "../browser-memory";
import type { MediaWay } from "../way";
import { isAlive } from "../ways/alive";
import { type Level, LevelPolicy, type Saving } from "./level";

const LOOK_EVERY = 500;
const ASK_EVERY = 900;
/** With nothing heard for so long nothing comes at all, in milliseconds. */
const OUTAGE = 1_000;
const REMEMBERED = "hemicycle:saving";

/** What a level keeper looks at. Each call tells what there was since the one before. */
export interface LevelSights {
	sounds(): { delay: number | null; underruns: number }[];
	/** Null for a picture of which nothing moving is taken. */
	pictures(): ({ delay: number | null; lost: number } | null)[];
	/** Whether any picture has a small rendition. */
	small(): boolean;
	/** The connection; null while there is none. */
	way(): MediaWay | null;
}

/** Keeps a viewer's level at what the connection bears and the person allows. */
export class LevelKeeper {
	/** What the person allows. */
	readonly saving: Signal<Saving> = signal(remembered());
	readonly #level: Signal<Level> = signal("full");
	readonly #policy = new LevelPolicy();
	readonly #sights: LevelSights;
	readonly #timer: ReturnType<typeof setInterval>;
	readonly #stop: () => void;
	#acks = new AckWatch();
	#asked: MediaWay | null = null;
	#askedAt = Number.NEGATIVE_INFINITY;

	constructor(sights: LevelSights) {
		this.#sights = sights;
		this.#stop = effect(() => {
			browserMemory()?.setItem(REMEMBERED, this.saving.value);
			this.#level.value = this.#policy.allow({ small: sights.small(), saving: this.saving.value });
		});
		this.#timer = setInterval(() => this.#look(), LOOK_EVERY);
	}

	/** What of the pictures is to be taken. */
	get level(): ReadonlySignal<Level> {
		return this.#level;
	}

	close(): void {
		clearInterval(this.#timer);
		this.#stop();
	}

	/** How late answers are, beyond the least. */
	#linkDelay(way: MediaWay, now: number): number | null {
		if (way !== this.#asked) {
			this.#asked = way;
			this.#acks = new AckWatch();
		}
		if (now - this.#askedAt > ASK_EVERY) {
			this.#askedAt = now;
			this.#acks.ended(isAlive(way), () => performance.now());
		}
		return this.#acks.backlog(now);
	}

	#look(): void {
		const sounds = this.#sights.sounds();
		const pictures = this.#sights.pictures().filter((picture) => picture !== null);
		// A page out of sight is given little time.
		if (document.hidden) return;
		const way = this.#sights.way();
		const now = performance.now();
		if (way === null || now - way.heardAt > OUTAGE) {
			this.#policy.rest(now);
			return;
		}
		const delays = pictures.map(({ delay }) => delay).filter((delay) => delay !== null);
		this.#level.value = this.#policy.step(
			{
				now,
				soundDelay: sounds.reduce<number | null>(
					(most, { delay }) => (delay === null ? most : Math.max(most ?? 0, delay)),
					null,
				),
				underruns: sounds.reduce((sum, { underruns }) => sum + underruns, 0),
				// One speaker's weak connection is not the viewer's: that would hold up all of them.
				pictureDelay: delays.length === 0 ? null : Math.min(...delays),
				lost: pictures.reduce((sum, { lost }) => sum + lost, 0),
				linkDelay: this.#linkDelay(way, now),
			},
			{ small: this.#sights.small(), saving: this.saving.peek() },
		);
	}
}

function remembered(): Saving {
	const saving = browserMemory()?.getItem(REMEMBERED);
	return saving === "small" || saving === "sound" ? saving : "automatic";
}
