import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from "@preact/signals";
import type { Link } from "@/link";
import { type IncomingSound, type Player, type Publisher, rememberedDevice } from "@/media";
import { browserMemory, handoverOffer, liveOffer, type NoteOutbox, noteOutbox, ownBooths } from "@/state";
import { tellRefusal } from "@/ui";
import type { Command } from "@/wire/protocol";
import { type BoothState, boothState, primary, soundsOf } from "./booth-state";
import {
	type ByHand,
	floorLanguage,
	otherBooths,
	type Preselection,
	preselected,
	preselectionRemembered,
	rememberPreselection,
	type Source,
	sourceFor,
} from "./incoming";
import { Silence } from "./silence";

/** Sound takes a moment to come through; after this it is said that it does not, in milliseconds. */
const WAITING_AFTER_MS = 2_000;
const PROCESSED = "hemicycle:booth-processed";

/** What the parts of the interpreter's page share. */
export class BoothModel {
	readonly link: Link;
	readonly player: Player;
	readonly publisher: Publisher;
	readonly sound: IncomingSound;
	readonly silence: Silence;
	readonly outbox: NoteOutbox;
	/** The booth that is worked in, of those that are this seat's. */
	readonly booth: Signal<string>;
	/** Kept in this browser. */
	readonly preselection: Signal<Preselection>;
	readonly #byHand = signal<ByHand | null>(null);
	/** The language of the floor; while nobody speaks, that of whoever spoke last. */
	readonly #floor = signal<string | null>(null);
	/** The live interpreter, while their sound cannot be taken. */
	readonly #absent: ReadonlySignal<string | null>;
	/** The same, once it has been so for a while. */
	readonly #missing = signal<string | null>(null);
	readonly #source: ReadonlySignal<Source>;
	readonly #state: ReadonlySignal<BoothState | null>;
	readonly #stops: (() => void)[];
	/** The pivot that was refused: it is not asked for again before another is chosen. */
	#refused: string | null | undefined;

	constructor(link: Link, parts: { player: Player; publisher: Publisher; sound: IncomingSound }) {
		this.link = link;
		this.player = parts.player;
		this.publisher = parts.publisher;
		this.sound = parts.sound;
		this.silence = new Silence(link, parts.publisher);
		this.outbox = noteOutbox(link);
		this.booth = signal(this.#first());
		const slug = link.meeting.peek()?.slug ?? "";
		this.preselection = signal(preselectionRemembered(slug, this.booth.peek()));
		this.#source = computed(() => {
			const view = link.view.value;
			const booths = view ? otherBooths(view, this.booth.value) : [];
			return sourceFor(this.#floor.value, this.#byHand.value, this.preselection.value, booths);
		});
		this.#absent = computed(() => {
			const view = link.view.value;
			const live = view?.booths[this.booth.value]?.live;
			return view && live !== undefined && !soundsOf(view, live) ? live : null;
		});
		this.#state = computed(() => {
			const view = link.view.value;
			return view && boothState(view, this.me, this.booth.value, this.#ownSide());
		});
		parts.publisher.processed.value = browserMemory()?.getItem(PROCESSED) === "on";
		this.#stops = [
			effect(() => this.#followFloor()),
			effect(() => void this.player.channel.choose(this.#source.value)),
			effect(() => this.#tellPivot()),
			effect(() => this.#watchSound()),
			effect(() => {
				const booth = this.booth.value;
				untracked(() => {
					this.preselection.value = preselectionRemembered(slug, booth);
					this.#byHand.value = null;
				});
			}),
		];
	}

	/** This seat. */
	get me(): string {
		return this.link.welcome.peek()?.seat ?? "";
	}

	/** The booths that this seat interprets into. */
	get own(): string[] {
		const meeting = this.link.meeting.value;
		const view = this.link.view.value;
		return meeting && view ? ownBooths(meeting, view, this.me) : [];
	}

	/** The server's clock, in milliseconds. */
	readonly now = (): number => this.link.now();

	/** How the booth stands for this seat. */
	get state(): BoothState | null {
		return this.#state.value;
	}

	/** What is listened to: a booth by its language; null: the original. */
	get source(): Source {
		return this.#source.value;
	}

	/** The language of the floor; while nobody speaks, that of whoever spoke last; null: nobody has. */
	get floorLanguage(): string | null {
		return this.#floor.value;
	}

	/** Listens to something else for as long as the floor stays in its language. */
	listenTo(source: Source): void {
		this.#refused = undefined;
		const language = this.#floor.peek();
		this.#byHand.value = { language: language === null ? null : primary(language), source };
	}

	/** Sets what is listened to whenever the floor is in a language, from now on. */
	preselect(language: string, source: Source): void {
		this.#refused = undefined;
		this.preselection.value = preselected(this.preselection.peek(), language, source);
		rememberPreselection(this.link.meeting.peek()?.slug ?? "", this.booth.peek(), this.preselection.peek());
		if (this.#byHand.peek()?.language === primary(language)) this.#byHand.value = null;
	}

	/** Opens the microphone, or another. */
	async useMicrophone(device = rememberedDevice("microphone")): Promise<void> {
		await this.publisher.useMicrophone(device);
	}

	/** Whether the browser works on the microphone's sound; a microphone that is open is opened anew. */
	async setProcessed(processed: boolean): Promise<void> {
		this.publisher.processed.value = processed;
		browserMemory()?.setItem(PROCESSED, processed ? "on" : "off");
		const track = this.publisher.microphone.peek();
		if (track) await this.useMicrophone(track.getSettings().deviceId);
	}

	/** Goes live, takes over, or stops. */
	async goLiveOrStop(): Promise<void> {
		const view = this.link.view.peek();
		if (!view || !this.#state.peek()?.possible) return;
		await this.run(liveOffer(view, this.me, this.booth.peek()).command);
	}

	/** Asks the partner to take over, or withdraws that. */
	async handover(): Promise<void> {
		const view = this.link.view.peek();
		const offer = view && handoverOffer(view, this.me, this.booth.peek());
		if (offer) await this.run(offer.command);
	}

	/** Asks the floor to speak more slowly. */
	slow(): void {
		this.link.send({ type: "slow_down", booth: this.booth.peek() });
	}

	/** Works in the next of this seat's booths. */
	turn(): void {
		const own = untracked(() => this.own);
		const next = own[(own.indexOf(this.booth.peek()) + 1) % own.length];
		if (next !== undefined) this.booth.value = next;
	}

	/** Asks for a command, and says why it was not done. */
	async run(command: Command): Promise<boolean> {
		return tellRefusal(await this.link.ask(command));
	}

	/** Ends the outbox, and closes the sound, the player and the publisher. */
	close(): void {
		for (const stop of this.#stops) stop();
		this.outbox.close();
		this.silence.close();
		this.sound.close();
		this.player.close();
		this.publisher.close();
	}

	/** Where one was live before the page was loaded anew, or else the first of one's booths. */
	#first(): string {
		const booths = this.link.view.peek()?.booths ?? {};
		const own = untracked(() => this.own);
		return own.find((booth) => booths[booth]?.live === this.me) ?? own[0] ?? "";
	}

	#ownSide() {
		const view = this.link.view.value;
		const booth = view?.booths[this.booth.value];
		const missing = this.#missing.value;
		return {
			connected: this.link.state.value.kind === "live",
			microphone: this.publisher.microphone.value !== null,
			muted: this.silence.muted.value,
			coughing: this.silence.coughing.value,
			waiting: missing !== null && missing === this.me,
			partnerSilent: missing !== null && missing === booth?.live,
		};
	}

	#followFloor(): void {
		const view = this.link.view.value;
		const language = view && floorLanguage(view);
		if (language !== null) this.#floor.value = language;
	}

	/** The live interpreter's source is a fact: the chair sees it, and no circle can come of it. */
	#tellPivot(): void {
		const source = this.#source.value;
		const booth = this.booth.value;
		const view = this.link.view.value;
		const live = view?.booths[booth]?.live === this.me && this.link.state.value.kind === "live";
		const pivot = view?.booths[booth]?.pivot ?? null;
		if (!live || pivot === source || this.#refused === source) return;
		this.#refused = source;
		void this.link.ask({ type: "pivot.set", booth, pivot: source }).then((refusal) => {
			if (refusal === null || refusal.code === "lost") this.#refused = undefined;
			// What cannot be heard as a pivot is not heard: a circle would be silence.
			else if (!tellRefusal(refusal)) this.listenTo(null);
		});
	}

	/** Looks whether the live interpreter's sound stays away, which is said only after a while. */
	#watchSound(): (() => void) | undefined {
		const absent = this.#absent.value;
		this.#missing.value = null;
		if (absent === null) return undefined;
		const timer = setTimeout(() => {
			this.#missing.value = absent;
		}, WAITING_AFTER_MS);
		return () => clearTimeout(timer);
	}
}
