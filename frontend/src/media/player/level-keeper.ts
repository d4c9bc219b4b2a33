import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { browserMemory } from "@/state";
import { AckWatch } from "../ack-watch";
import type { MediaWay } from "../way";
import { isAlive } from "../ways/alive";
import { ApartPolicy } from "./apart";
import {
	CHECK_INTERVAL_MS,
	type Level,
	LevelPolicy,
	ORDER,
	type Saving,
	TRIAL_CHECK_INTERVAL_MS,
} from "./level";
import type { SoundStats } from "./sound-feed";

const PING_INTERVAL_MS = 900;
/** The ping interval while media is late, to find out soon whether this connection is the cause. */
const DOUBT_PING_INTERVAL_MS = 250;
const DOUBT_DELAY_MS = 80;
/** After this much silence the connection counts as interrupted. */
const OUTAGE_MS = 1_000;
const STORED = "hemicycle:saving";

/** What a level keeper observes. Each call covers the time since the previous one. */
export interface LevelInputs {
	sounds(): SoundStats[];
	/** Null for a picture that is off or taken as stills. */
	pictures(): ({ delay: number | null; lost: number } | null)[];
	/** Whether any picture has a small rendition. */
	small(): boolean;
	/** The main connection; null while there is none. */
	way(): MediaWay | null;
	/** The connection that pictures come over; null while there is none. */
	pictureWay(): MediaWay | null;
	/** Called when less is taken because the connection does not bear more. */
	eased(): void;
	/** Called when more may be taken soon, which may make sound late. */
	braced(): void;
	/** Called when pictures should have a connection of their own, or should not any more. */
	apart(apart: boolean): void;
}

/** Keeps the level of the pictures at what the connection bears and the viewer allows. */
export class LevelKeeper {
	/** What the person allows. */
	readonly saving: Signal<Saving> = signal(remembered());
	readonly #level: Signal<Level> = signal("full");
	readonly #policy = new LevelPolicy();
	readonly #apart = new ApartPolicy();
	readonly #inputs: LevelInputs;
	#timer: ReturnType<typeof setTimeout>;
	readonly #stop: () => void;
	#acks = new AckWatch();
	#way: MediaWay | null = null;
	#pictureWay: MediaWay | null = null;
	#askedAt = Number.NEGATIVE_INFINITY;
	/** The bytes received and the time at the previous look. */
	#received = { bytes: 0, at: 0 };

	constructor(inputs: LevelInputs) {
		this.#inputs = inputs;
		this.#stop = effect(() => {
			browserMemory()?.setItem(STORED, this.saving.value);
			this.#level.value = this.#policy.allow({ small: inputs.small(), saving: this.saving.value });
		});
		this.#timer = setTimeout(() => this.#keep(), CHECK_INTERVAL_MS);
	}

	/** What of the pictures is to be taken. */
	get level(): ReadonlySignal<Level> {
		return this.#level;
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#stop();
	}

	/** The delay of a ping that queues behind the pictures, relative to the windowed minimum. */
	#linkDelay(way: MediaWay, now: number, doubt: boolean): number | null {
		if (now - this.#askedAt > (doubt ? DOUBT_PING_INTERVAL_MS : PING_INTERVAL_MS)) {
			this.#askedAt = now;
			this.#acks.ended(isAlive(way, "camera_small"), () => performance.now());
		}
		return this.#acks.backlog(now);
	}

	/** The rate received since the previous call, in kbit/s. */
	#rate(ways: ReadonlySet<MediaWay>, now: number): number {
		const { bytes, at } = this.#received;
		const received = [...ways].reduce((sum, way) => sum + way.received, 0);
		this.#received = { bytes: received, at: now };
		return at === 0 ? 0 : ((received - bytes) * 8) / (now - at);
	}

	/** Starts anew where the connections have changed. */
	#meet(way: MediaWay, pictureWay: MediaWay): void {
		if (way !== this.#way) this.#apart.reset();
		if (way === this.#way && pictureWay === this.#pictureWay) return;
		this.#way = way;
		this.#pictureWay = pictureWay;
		this.#acks = new AckWatch();
		this.#received = { bytes: 0, at: 0 };
	}

	#keep(): void {
		this.#look();
		const wait = this.#policy.isTrial(performance.now()) ? TRIAL_CHECK_INTERVAL_MS : CHECK_INTERVAL_MS;
		this.#timer = setTimeout(() => this.#keep(), wait);
	}

	#look(): void {
		const sounds = this.#inputs.sounds();
		const shown = this.#inputs.pictures();
		const pictures = shown.filter((picture) => picture !== null);
		// A hidden page's timers are throttled: its measurements say nothing.
		if (document.hidden) return;
		const [way, pictureWay] = [this.#inputs.way(), this.#inputs.pictureWay()];
		const now = performance.now();
		if (way !== null && pictureWay !== null) this.#meet(way, pictureWay);
		if (way === null || pictureWay === null || now - Math.max(way.heardAt, pictureWay.heardAt) > OUTAGE_MS) {
			this.#policy.rest(now);
			return;
		}
		this.#inputs.apart(this.#apart.step({ now, ...inAll(sounds) }));
		const delays = pictures.map(({ delay }) => delay).filter((delay) => delay !== null);
		const soundDelay = sounds.reduce<number | null>(
			(most, { delay }) => (delay === null ? most : Math.max(most ?? 0, delay)),
			null,
		);
		const before = this.#level.peek();
		this.#level.value = this.#policy.step(
			{
				now,
				soundDelay,
				underruns: sounds.reduce((sum, { underruns }) => sum + underruns, 0),
				// One speaker's weak connection is not the viewer's: that would hold up all of
				// them.
				pictureDelay: delays.length === 0 ? null : Math.min(...delays),
				lost: pictures.reduce((sum, { lost }) => sum + lost, 0),
				linkDelay: this.#linkDelay(pictureWay, now, (soundDelay ?? 0) > DOUBT_DELAY_MS),
				rate: this.#rate(new Set([way, pictureWay]), now),
				whole: way.name === "tcp",
			},
			{ small: this.#inputs.small(), saving: this.saving.peek(), shown: shown.length },
		);
		if (this.#policy.isAboutToTry(now)) this.#inputs.braced();
		if (ORDER.indexOf(this.#level.peek()) > ORDER.indexOf(before)) this.#inputs.eased();
	}
}

/** One speaker's weak connection holds up that one's packets, the viewer's own all alike. */
function inAll(sounds: readonly SoundStats[]): { overtaken: number; least: number | null } {
	const came = sounds.map(({ delays }) => delays).filter((delays) => delays !== null);
	if (came.length === 0) return { overtaken: 0, least: null };
	return {
		overtaken: Math.min(...came.map(({ overtaken }) => overtaken)),
		least: Math.min(...came.map(({ least }) => least)),
	};
}

function remembered(): Saving {
	const saving = browserMemory()?.getItem(STORED);
	return saving === "small" || saving === "sound" ? saving : "automatic";
}
