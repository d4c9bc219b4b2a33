import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Change, Command, Down, Meeting, Up, View, Welcome } from "@/wire/protocol";
import { Connection } from "./connection";
import { type Json, mergePatch } from "./patch";
import type { DownOf, LinkState, PlainMessage, Port, Refusal, RequestMessage } from "./port";
import { SUBJECTS } from "./subjects";
import { servedTimings } from "./timings";

const LOST: Refusal = {
	code: "lost",
	sentence: "The connection was lost; it is not known whether this was done.",
};

type Listeners = { [Type in Down["type"]]?: Set<(message: DownOf<Type>) => void> };

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
 * A seat's link to its meeting: what the seat may know comes down as signals, what it asks for goes up.
 *
 * It knows the connection, the view and the answers. What else comes down belongs to a subject, which has a file of
 * its own and a line in `subjects.ts`.
 */
export class Link implements Port {
	readonly #connection: Connection;
	readonly #welcome = signal<Welcome | null>(null);
	readonly #meeting = signal<Meeting | null>(null);
	readonly #view = signal<View | null>(null);
	readonly #requests = new Map<number, (refusal: Refusal | null) => void>();
	readonly #declared = new Map<PlainMessage["type"], PlainMessage>();
	readonly #listeners: Listeners = {};
	#rev = 0;
	#requestId = 0;

	/** @param url - the WebSocket's address; without one, `ws` beside the page */
	constructor(url?: string) {
		// Each is there before the first message is.
		for (const subjectOf of Object.values(SUBJECTS)) subjectOf(this);
		this.#connection = new Connection(
			address(url ?? beside(location.href)),
			{
				received: (message) => {
					this.#receive(message);
					this.#tell(message);
				},
				dropped: () => this.#answerAll(LOST),
			},
			servedTimings(document),
		);
	}

	/** Where the connection stands. */
	get state(): ReadonlySignal<LinkState> {
		return this.#connection.state;
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

	/** The server's clock, in milliseconds since 1970. */
	now(): number {
		return this.#connection.clock.now();
	}

	send(message: PlainMessage): void {
		if (this.state.peek().kind === "live") this.#connection.send(message);
	}

	declare(message: PlainMessage): void {
		this.#declared.set(message.type, message);
		this.send(message);
	}

	request(message: RequestMessage): Promise<Refusal | null> {
		if (this.state.peek().kind !== "live") return Promise.resolve(LOST);
		const id = ++this.#requestId;
		return new Promise((resolve) => {
			this.#requests.set(id, resolve);
			this.#connection.send({ ...message, id } as Up);
		});
	}

	/** Asks for a command. As `request`. */
	ask(command: Command): Promise<Refusal | null> {
		return this.request({ type: "command", command });
	}

	on<Type extends Down["type"]>(type: Type, listener: (message: DownOf<Type>) => void): () => void {
		this.#listeners[type] ??= new Set() as NonNullable<Listeners[Type]>;
		const listeners = this.#listeners[type] as Set<(message: DownOf<Type>) => void>;
		listeners.add(listener);
		return () => listeners.delete(listener);
	}

	/** Takes the seat here, after it was opened in another window. */
	rejoin(): void {
		this.#connection.rejoin();
	}

	/** Ends the connection. */
	close(): void {
		this.#connection.close();
	}

	#receive(message: Down): void {
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
				if (message.id !== null) this.#answer(message.id, { code: message.code, sentence: message.sentence });
				break;
			case "goodbye":
			case "pong":
				// The connection has taken them up.
				break;
			default:
				// A newer server may say more; what is not known is left alone.
				message satisfies DownOf<keyof typeof SUBJECTS>;
		}
	}

	#tell(message: Down): void {
		const listeners = this.#listeners[message.type] as Set<(message: Down) => void> | undefined;
		for (const listener of listeners ?? []) listener(message);
	}

	#enter(welcome: Welcome): void {
		if (this.#welcome.peek() === null) performance.mark("hemicycle:joined");
		this.#rev = welcome.rev;
		batch(() => {
			this.#welcome.value = welcome;
			this.#meeting.value = welcome.meeting;
			this.#view.value = welcome.view;
			this.#connection.entered(welcome.now);
			for (const message of this.#declared.values()) this.#connection.send(message);
		});
	}

	#change(change: Change): void {
		this.#connection.clock.heard(change.now);
		const view = this.#view.peek();
		if (view === null || change.rev !== this.#rev + 1) {
			this.#connection.renew();
			return;
		}
		this.#rev = change.rev;
		this.#view.value = mergePatch(view as unknown as Json, change.patch as Json) as unknown as View;
	}

	#answer(id: number, refusal: Refusal | null): void {
		const resolve = this.#requests.get(id);
		this.#requests.delete(id);
		resolve?.(refusal);
	}

	#answerAll(refusal: Refusal): void {
		for (const id of [...this.#requests.keys()]) this.#answer(id, refusal);
	}
}
