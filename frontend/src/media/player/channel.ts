import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Link, Refusal } from "@/link";
import {
	browserMemory,
	type Choice,
	channelOffer,
	type Heard,
	type Hearing,
	hearing,
	liveVoice,
} from "@/state";
import type { View } from "@/wire/protocol";
import { BoothWatch } from "./booth-watch";

const STORED = "hemicycle:softly";

/** For how long the next interpreter's sound is awaited after the previous one's has ended. */
const HANDOVER_MS = 400;

/** What is heard, and of which booth. */
export interface HeardNow {
	booth: string | null;
	what: Heard;
	/** Whether anybody else speaks whom the booth has to interpret. */
	foreign: boolean;
}

/**
 * What a seat listens to: the original, or a booth.
 *
 * The choice is the seat's: the server keeps it, and gives it back with each `welcome`. The choice
 * of a page that only tries out what it hears, such as a booth's own, stays in the page.
 */
export class Channel {
	/** The gain of the original under a booth, from 0 to 1; stored in this browser. */
	readonly softly: Signal<number> = signal(remembered());
	/**
	 * A booth that is monitored: it alone is heard, without changing the choice; null if none is.
	 */
	readonly alone: Signal<string | null> = signal(null);
	/** Booths whose loudness is measured although they are not heard. */
	readonly metered: Signal<readonly string[]> = signal([]);
	readonly #link: Link;
	readonly #local: boolean;
	readonly #chosen = signal<string | null>(null);
	readonly #silent = signal(false);
	readonly #probing = signal(false);
	readonly #hearing: ReadonlySignal<Hearing | null>;
	readonly #heard: ReadonlySignal<HeardNow>;
	readonly #stops: (() => void)[];
	/** Counts the handovers whose waiting time has run out, so that `hearing` is computed anew. */
	readonly #waited = signal(0);
	/**
	 * The booth that had sound at the latest look, and until when its partner's sound is awaited.
	 */
	#sounded: string | null = null;
	#handingUntil = 0;
	#watch = new BoothWatch();
	#watched: string | null = null;
	/** Whether the choice still has to be sent to the server. */
	#untold = false;

	/** @param local - whether the choice stays in the page */
	constructor(link: Link, local: boolean) {
		this.#link = link;
		this.#local = local;
		this.#hearing = computed(() => {
			const view = link.view.value;
			const me = link.welcome.value?.seat;
			if (view === null || me === undefined) return null;
			const choice = this.#choice();
			return hearing(view, me, { ...choice, handing: this.#isHanding(view, me, choice.booth) });
		});
		this.#heard = computed(() => {
			const { what, foreign } = this.#hearing.value ?? { what: "original", foreign: [] };
			return { booth: this.#chosen.value, what, foreign: foreign.length > 0 };
		});
		this.#stops = [effect(() => this.#welcomed()), effect(() => this.#remember())];
	}

	/** The booth that is chosen, by its language; null: the original. */
	get chosen(): ReadonlySignal<string | null> {
		return this.#chosen;
	}

	/** Which voices are to be taken, and how loud; null before the first `welcome`. */
	get hearing(): ReadonlySignal<Hearing | null> {
		return this.#hearing;
	}

	/** What is heard, and why. */
	get heard(): ReadonlySignal<HeardNow> {
		return this.#heard;
	}

	/**
	 * Listens to a booth, or, by null, to the original, at once. Resolves with why the server did
	 * not note it.
	 */
	async choose(booth: string | null): Promise<Refusal | null> {
		const before = this.#chosen.peek();
		this.alone.value = null;
		this.#chosen.value = booth;
		if (this.#local) return null;
		// What cannot be told now is told when the connection is back.
		this.#untold = true;
		const refusal = await this.#tell();
		if (refusal === null || refusal.code === "lost") return null;
		if (this.#chosen.peek() === booth) this.#chosen.value = before;
		return refusal;
	}

	/**
	 * Looks whether the chosen booth has fallen silent; to be called some ten times a second.
	 *
	 * @param levels - how loud each voice is that is taken, by seat, from 0 to 1
	 */
	look(levels: Readonly<Record<string, number>>): void {
		const now = this.#hearing.peek();
		const voice = now?.voice ?? null;
		if (now === null || voice === null || now.what === "passing") {
			this.#forget(null);
			return;
		}
		// A new interpreter or another booth starts a new observation.
		if (voice !== this.#watched) this.#forget(voice);
		const floor = now.foreign.map((seat) => levels[seat]).filter((level) => level !== undefined);
		this.#watch.look(performance.now(), levels[voice] ?? 0, floor.length > 0 ? Math.max(...floor) : null);
		this.#silent.value = this.#watch.silent;
		this.#probing.value = this.#watch.probing;
	}

	/** Stops following the link. */
	close(): void {
		for (const stop of this.#stops) stop();
	}

	#choice(): Choice {
		return {
			booth: this.#chosen.value,
			softly: this.softly.value,
			silent: this.#silent.value,
			probing: this.#probing.value,
			alone: this.alone.value,
			metered: this.metered.value,
		};
	}

	/**
	 * Whether the booth's sound has ended so recently that a handover may be under way. Updates the
	 * state.
	 */
	#isHanding(view: View, me: string, booth: string | null): boolean {
		this.#waited.value;
		const now = performance.now();
		if (liveVoice(view, booth, me) !== null) {
			this.#sounded = booth;
			this.#handingUntil = 0;
		} else if (booth !== null && booth === this.#sounded) {
			this.#handingUntil = now + HANDOVER_MS;
			setTimeout(() => this.#waited.value++, HANDOVER_MS + 1);
			this.#sounded = null;
		}
		return now < this.#handingUntil;
	}

	#forget(voice: string | null): void {
		if (this.#watched === null && voice === null) return;
		this.#watched = voice;
		this.#watch = new BoothWatch();
		this.#silent.value = false;
		this.#probing.value = false;
	}

	/** After a `welcome`: takes over the server's choice, or sends the one it does not know yet. */
	#welcomed(): void {
		const welcome = this.#link.welcome.value;
		const isLive = this.#link.state.value.kind === "live";
		if (welcome === null || !isLive || this.#local) return;
		if (this.#untold) void this.#tell();
		else this.#chosen.value = welcome.channel;
	}

	async #tell(): Promise<Refusal | null> {
		const booth = this.#chosen.peek();
		const refusal = await this.#link.ask(channelOffer(booth).command);
		const isLatest = this.#chosen.peek() === booth;
		if (isLatest && refusal?.code !== "lost") this.#untold = false;
		return refusal;
	}

	#remember(): void {
		browserMemory()?.setItem(STORED, String(this.softly.value));
	}
}

function remembered(): number {
	const softly = Number(browserMemory()?.getItem(STORED) ?? 0);
	return softly >= 0 && softly <= 1 ? softly : 0;
}
