import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { Port, Refusal } from "@/link";
import type { Note as NoteMessage } from "@/wire/protocol";

/** A message that has not been taken yet. */
export interface Waiting<Message> {
	key: number;
	message: Message;
	/**
	 * `unsent`: there is no connection, and it goes out when there is. `unknown`: the connection was lost before the
	 * answer came. `refused`: the server did not take it.
	 */
	state: "unsent" | "sending" | "unknown" | "refused";
	/** Why it was refused. */
	code?: Refusal["code"];
}

/**
 * Written messages on their way to the server: none is lost while there is no connection, and none goes out twice by
 * itself.
 *
 * One that went out without an answer is left to the person, who sees whether it arrived.
 */
export class Outbox<Message> {
	readonly #link: Pick<Port, "state">;
	readonly #request: (message: Message) => Promise<Refusal | null>;
	readonly #waiting = signal<readonly Waiting<Message>[]>([]);
	readonly #stop: () => void;
	#keys = 0;

	/** @param request - sends a message; resolves with null once it is taken, else with why not */
	constructor(link: Pick<Port, "state">, request: (message: Message) => Promise<Refusal | null>) {
		this.#link = link;
		this.#request = request;
		this.#stop = effect(() => {
			if (link.state.value.kind === "live") untracked(() => this.#sendUnsent());
		});
	}

	/** What waits, the oldest first. */
	get waiting(): ReadonlySignal<readonly Waiting<Message>[]> {
		return this.#waiting;
	}

	/** Sends a message as soon as it can be. */
	send(message: Message): void {
		const key = ++this.#keys;
		this.#waiting.value = [...this.#waiting.peek(), { key, message, state: "unsent" }];
		void this.#post(key);
	}

	/** Sends again what has not arrived, or may not have. */
	again(key: number): void {
		void this.#post(key);
	}

	/** Lets go of a message. */
	drop(key: number): void {
		this.#waiting.value = this.#waiting.peek().filter((one) => one.key !== key);
	}

	/** Ends it; what waits is lost. */
	close(): void {
		this.#stop();
	}

	#sendUnsent(): void {
		for (const { key, state } of this.#waiting.peek()) if (state === "unsent") void this.#post(key);
	}

	async #post(key: number): Promise<void> {
		const waiting = this.#waiting.peek().find((one) => one.key === key);
		if (!waiting) return;
		if (this.#link.state.peek().kind !== "live") {
			this.#set({ ...waiting, state: "unsent" });
			return;
		}
		this.#set({ ...waiting, state: "sending" });
		const refusal = await this.#request(waiting.message);
		if (refusal === null) this.drop(key);
		else if (refusal.code === "lost") this.#set({ ...waiting, state: "unknown" });
		else this.#set({ ...waiting, state: "refused", code: refusal.code });
	}

	#set(changed: Waiting<Message>): void {
		this.#waiting.value = this.#waiting.peek().map((one) => (one.key === changed.key ? changed : one));
	}
}

/** A line for a booth's chat. */
export type Note = Omit<NoteMessage, "type" | "id">;

export type NoteOutbox = Outbox<Note>;

/** Lines on their way to the booths' chats. */
export function noteOutbox(link: Port): NoteOutbox {
	return new Outbox(link, (note) => link.request({ type: "note", ...note }));
}
