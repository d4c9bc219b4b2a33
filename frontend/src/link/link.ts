import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type {
	Caption,
	Change,
	Command,
	Down,
	Goodbye,
	GoodbyeReason,
	Meeting,
	Noted,
	Pong,
	RefusalCode,
	Sending,
	Up,
	View,
	Welcome,
} from "@/wire/protocol";
import { backoff, patience } from "./backoff";
import { withCaption } from "./caption-lines";
import { ServerClock } from "./clock";
import { type Json, mergePatch } from "./patch";
import { untilThere } from "./reach";
import { watchSleep } from "./sleep-watch";

/** Where the seat's connection stands. Times are milliseconds by the server's clock. */
export type LinkState =
	| { kind: "connecting" }
	| { kind: "live" }
	| { kind: "lost"; since: number; retryAt: number }
	| { kind: "goodbye"; reason: GoodbyeReason };

/** Why a command was not carried out; `lost` where the connection was lost before the answer came. */
export interface Refusal {
	code: RefusalCode | "lost";
	/** In English. Pages say it in their own language by the code. */
	sentence: string;
}

/** What a publisher is ready to send. */
export type Offer = Omit<Sending, "type">;

const LOST: Refusal = {
	code: "lost",
	sentence: "The connection was lost; it is not known whether this was done.",
};
const PING_EVERY = 3_000;
const PING_EVERY_HIDDEN = 10_000;
/** Without a word from the server for so long after a ping, the connection is taken for dead. */
const ANSWER_WITHIN = 5_000;
const ANSWER_WITHIN_HIDDEN = 20_000;
/** As above, when there is reason to think that the network has changed. */
const ANSWER_WITHIN_DOUBT = 2_000;
/** The first time, there is nothing to fall back on but patience. */
const FIRST_WITHIN = 10_000;
/** So many WebSockets are tried in a row; from then on one waits until the server is there. */
const DIRECT_TRIES = 3;

/** The seat's WebSocket, and which life of which page it is: by that a page keeps its media connection. */
function address(url: string): string {
	const whole = new URL(url, location.href);
	const life = crypto.getRandomValues(new Uint8Array(12));
	whole.searchParams.set("page", [...life].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
	return whole.href;
}

function beside(page: string): string {
	const url = new URL("ws", page);
	url.protocol = url.protocol === "http:" ? "ws:" : "wss:";
	return url.href;
}

/**
 * A seat's WebSocket: what the seat may know comes down as signals, what it asks for goes up.
 *
 * It reconnects by itself until `close`, or until the server says goodbye for good.
 */
export class Link {
	readonly #url: string;
	readonly #clock = new ServerClock();
	readonly #state = signal<LinkState>({ kind: "connecting" });
	readonly #welcome = signal<Welcome | null>(null);
	readonly #meeting = signal<Meeting | null>(null);
	readonly #view = signal<View | null>(null);
	readonly #notes = signal<readonly Noted[]>([]);
	readonly #captions = signal<readonly Caption[]>([]);
	readonly #asked = new Map<number, (refusal: Refusal | null) => void>();
	readonly #pings = new Map<number, number>();

	#socket: WebSocket | null = null;
	/** Ends the waiting until the server is there. */
	#asking = new AbortController();
	#offer: Offer | null = null;
	/** Null until the page held anything: then there is nothing to say. */
	#held: boolean | null = null;
	#wanted: string | null = null;
	/** The language that this seat writes by hand. */
	#writes: string | null = null;
	#rev = 0;
	#ids = 0;
	#failures = 0;
	#closed = false;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#heartbeat: ReturnType<typeof setTimeout> | undefined;
	#deadline: ReturnType<typeof setTimeout> | undefined;
	readonly #stopWatch: () => void;

	/** @param url - the WebSocket's address; without one, `ws` beside the page */
	constructor(url?: string) {
		this.#url = address(url ?? beside(location.href));
		addEventListener("online", this.#hurry);
		document.addEventListener("visibilitychange", this.#hurry);
		this.#stopWatch = watchSleep(this.#hurry);
		this.#connect();
	}

	/** Where the connection stands. */
	get state(): ReadonlySignal<LinkState> {
		return this.#state;
	}

	/** The latest `welcome`; null until the first. Each has a media door of its own. */
	get welcome(): ReadonlySignal<Welcome | null> {
		return this.#welcome;
	}

	/** The meeting as planned; null until the first `welcome`. */
	get meeting(): ReadonlySignal<Meeting | null> {
		return this.#meeting;
	}

	/** The meeting as it stands; the last one known while the connection is lost. */
	get view(): ReadonlySignal<View | null> {
		return this.#view;
	}

	/** The lines of the booths' chats that this seat may read, the oldest first. */
	get notes(): ReadonlySignal<readonly Noted[]> {
		return this.#notes;
	}

	/** The captions that were asked for by `want`, in the order in which they were said. */
	get captions(): ReadonlySignal<readonly Caption[]> {
		return this.#captions;
	}

	/** The server's clock, in milliseconds since 1970. */
	now(): number {
		return this.#clock.now();
	}

	/** Asks for something. Resolves with null when it was done, else with why not; never rejects. */
	ask(command: Command): Promise<Refusal | null> {
		return this.#answered((id) => ({ type: "command", id, command }));
	}

	/** Says what the publisher is ready to send; said again by itself after a reconnection. */
	sending(what: Offer): void {
		this.#offer = what;
		if (this.#state.peek().kind === "live") this.#send({ type: "sending", ...what });
	}

	/** Holds this seat's own sound back, or lets it go again; said again by itself after a reconnection. */
	hold(held: boolean): void {
		if (held === (this.#held ?? false)) return;
		this.#held = held;
		if (this.#state.peek().kind === "live") this.#send({ type: "hold", held });
	}

	/** Asks, for a booth, that the floor speak more slowly. */
	slowDown(booth: string): void {
		if (this.#state.peek().kind === "live") this.#send({ type: "slow_down", booth });
	}

	/** Writes a line into a booth's chat. Resolves with null when it was told, else with why not; never rejects. */
	note(booth: string, text: string): Promise<Refusal | null> {
		return this.#answered((id) => ({ type: "note", id, booth, text }));
	}

	/**
	 * Asks for captions; said again by itself after a reconnection.
	 *
	 * @param wanted - `original`, a language, or null for none
	 */
	want(wanted: string | null): void {
		if (wanted === this.#wanted) return;
		this.#wanted = wanted;
		this.#captions.value = [];
		if (this.#state.peek().kind === "live") this.#send({ type: "captions", wanted });
	}

	/** Says which language this captioner writes instead of the machine; said again after a reconnection. */
	captioning(language: string | null): void {
		if (language === this.#writes) return;
		this.#writes = language;
		if (this.#state.peek().kind === "live") this.#send({ type: "captioning", language });
	}

	/** Writes a line of captions. Resolves with null once it is stored, else with why not; never rejects. */
	write(seat: string, language: string, text: string): Promise<Refusal | null> {
		return this.#answered((id) => ({ type: "write", id, seat, language, text }));
	}

	/** Corrects a line of captions; an empty text strikes it out. As `write`. */
	correct(line: number, after: number, text: string): Promise<Refusal | null> {
		return this.#answered((id) => ({ type: "correct", id, line, after, text }));
	}

	/** Takes the seat here, after it was opened in another window. */
	rejoin(): void {
		const state = this.#state.peek();
		if (this.#closed || state.kind !== "goodbye" || state.reason === "sent_out") return;
		this.#failures = 0;
		this.#state.value = { kind: "connecting" };
		this.#connect();
	}

	/** Ends the connection. */
	close(): void {
		this.#closed = true;
		removeEventListener("online", this.#hurry);
		document.removeEventListener("visibilitychange", this.#hurry);
		this.#stopWatch();
		this.#drop();
	}

	#connect(): void {
		this.#drop();
		if (this.#failures < DIRECT_TRIES) {
			this.#open();
			return;
		}
		this.#asking = new AbortController();
		const { signal } = this.#asking;
		void untilThere(this.#url, signal).then(() => {
			if (!signal.aborted) this.#open();
		});
	}

	#open(): void {
		const socket = new WebSocket(this.#url);
		this.#socket = socket;
		socket.onmessage = ({ data }: MessageEvent<string>) => {
			if (socket === this.#socket) this.#take(JSON.parse(data) as Down);
		};
		socket.onclose = () => {
			if (socket === this.#socket) this.#lose();
		};
		const within = this.#welcome.peek() === null ? FIRST_WITHIN : patience(this.#failures, document.hidden);
		this.#deadline = setTimeout(() => this.#lose(), within);
	}

	/** Lets go of the socket and of everything that waits for it. */
	#drop(): void {
		clearTimeout(this.#retry);
		clearTimeout(this.#heartbeat);
		this.#heard();
		this.#asking.abort();
		this.#pings.clear();
		const socket = this.#socket;
		this.#socket = null;
		socket?.close();
		const asked = [...this.#asked.values()];
		this.#asked.clear();
		for (const resolve of asked) resolve(LOST);
	}

	#lose(): void {
		this.#drop();
		const state = this.#state.peek();
		// For good: nothing brings the seat back but the person.
		if (this.#closed || (state.kind === "goodbye" && state.reason !== "sent_out")) return;
		const wait = backoff(this.#failures++, Math.random(), document.hidden);
		this.#retry = setTimeout(() => this.#connect(), wait);
		// Somebody who was sent out stays told so while we look whether they have been let in.
		if (state.kind === "goodbye") return;
		const now = this.now();
		this.#state.value = {
			kind: "lost",
			since: state.kind === "lost" ? state.since : now,
			retryAt: now + wait,
		};
	}

	/** The network is back, or somebody looks at the page: no reason to wait any longer. */
	readonly #hurry = (): void => {
		if (document.hidden) return;
		const { kind } = this.#state.peek();
		if (kind === "live") {
			this.#heard();
			this.#ping(ANSWER_WITHIN_DOUBT);
		} else if (kind === "lost") {
			this.#failures = 0;
			this.#connect();
		}
	};

	/** Something came: whoever is waited for is alive. */
	#heard(): void {
		clearTimeout(this.#deadline);
		this.#deadline = undefined;
	}

	#take(message: Down): void {
		this.#heard();
		switch (message.type) {
			case "welcome":
				this.#enter(message);
				break;
			case "change":
				this.#change(message);
				break;
			case "done":
				this.#answer(message.id, null);
				break;
			case "refused":
				if (message.id !== null) {
					this.#answer(message.id, { code: message.code, sentence: message.sentence });
				}
				break;
			case "goodbye":
				this.#leave(message);
				break;
			case "pong":
				this.#pong(message);
				break;
			case "noted":
				this.#note(message);
				break;
			case "caption":
				this.#captions.value = withCaption(this.#captions.peek(), message);
				break;
			default:
				// A newer server may say more; what is not known is left alone.
				message satisfies never;
		}
	}

	#enter(welcome: Welcome): void {
		if (this.#welcome.peek() === null) performance.mark("hemicycle:joined");
		this.#clock.restart(welcome.now);
		this.#rev = welcome.rev;
		this.#failures = 0;
		batch(() => {
			this.#welcome.value = welcome;
			this.#meeting.value = welcome.meeting;
			this.#view.value = welcome.view;
			this.#state.value = { kind: "live" };
		});
		if (this.#offer) this.#send({ type: "sending", ...this.#offer });
		if (this.#held !== null) this.#send({ type: "hold", held: this.#held });
		if (this.#writes !== null) this.#send({ type: "captioning", language: this.#writes });
		if (this.#wanted !== null) {
			// The latest lines come again, and a server that was started anew counts from the beginning.
			this.#captions.value = [];
			this.#send({ type: "captions", wanted: this.#wanted });
		}
		this.#ping();
	}

	#change(change: Change): void {
		this.#clock.heard(change.now);
		const view = this.#view.peek();
		if (view === null || change.rev !== this.#rev + 1) {
			// Something was missed; a fresh `welcome` has everything.
			this.#failures = 0;
			this.#lose();
			return;
		}
		this.#rev = change.rev;
		this.#view.value = mergePatch(view as unknown as Json, change.patch as Json) as unknown as View;
	}

	/** The latest lines come again after a reconnection; a server that was started anew counts from the beginning. */
	#note(note: Noted): void {
		const kept = this.#notes.peek().filter(({ id, at }) => id !== note.id && at <= note.at);
		this.#notes.value = [...kept, note];
	}

	#answered(message: (id: number) => Up): Promise<Refusal | null> {
		if (this.#state.peek().kind !== "live") return Promise.resolve(LOST);
		const id = ++this.#ids;
		return new Promise((resolve) => {
			this.#asked.set(id, resolve);
			this.#send(message(id));
		});
	}

	#answer(id: number, refusal: Refusal | null): void {
		const resolve = this.#asked.get(id);
		this.#asked.delete(id);
		resolve?.(refusal);
	}

	#leave({ reason }: Goodbye): void {
		if (reason === "too_slow") {
			this.#lose();
			return;
		}
		this.#state.value = { kind: "goodbye", reason };
		// Somebody sent out waits here to be let in; the other goodbyes are for good.
		if (reason === "sent_out") this.#ping();
		else this.#drop();
	}

	#pong({ id, now }: Pong): void {
		const asked = this.#pings.get(id);
		this.#pings.delete(id);
		if (asked !== undefined) this.#clock.answered(now, asked);
	}

	/** Asks for a sign of life, and goes on asking. */
	#ping(within?: number): void {
		clearTimeout(this.#heartbeat);
		const { hidden } = document;
		const id = ++this.#ids;
		this.#pings.set(id, this.#clock.local());
		this.#send({ type: "ping", id });
		// While one answer is waited for, another question gives no more time for it.
		this.#deadline ??= setTimeout(
			() => this.#lose(),
			within ?? (hidden ? ANSWER_WITHIN_HIDDEN : ANSWER_WITHIN),
		);
		this.#heartbeat = setTimeout(() => this.#ping(), hidden ? PING_EVERY_HIDDEN : PING_EVERY);
	}

	#send(message: Up): void {
		if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
	}
}
