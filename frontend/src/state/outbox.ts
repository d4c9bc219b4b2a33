import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { Link, Refusal } from "@/link";

/** What is needed of a link. */
export interface NoteLink {
	readonly state: ReadonlySignal<Pick<Link["state"]["value"], "kind">>;
	note(booth: string, text: string): Promise<Refusal | null>;
}

/** A note that has not been told yet. */
export interface Waiting {
	key: number;
	booth: string;
	text: string;
	/**
	 * `unsent`: the line is down, and it goes out when it is back. `unknown`: the line broke before the answer came.
	 * `refused`: the server did not take it.
	 */
	state: "unsent" | "sending" | "unknown" | "refused";
	/** Why it was refused. */
	code?: Refusal["code"];
}

/**
 * Notes on their way to a booth: none is lost when the line is down, and none goes out twice by itself.
 *
 * One that went out without an answer is left to the person, who sees whether it arrived.
 */
export class Outbox {
	readonly #link: NoteLink;
	readonly #waiting = signal<readonly Waiting[]>([]);
	readonly #stop: () => void;
	#keys = 0;

	constructor(link: NoteLink) {
		this.#link = link;
		this.#stop = effect(() => {
			if (link.state.value.kind === "live") untracked(() => this.#sendUnsent());
		});
	}

	/** What waits, the oldest first. */
	get waiting(): ReadonlySignal<readonly Waiting[]> {
		return this.#waiting;
	}

	/** Sends a note as soon as it can be. */
	send(booth: string, text: string): void {
		const key = ++this.#keys;
		this.#waiting.value = [...this.#waiting.peek(), { key, booth, text, state: "unsent" }];
		void this.#post(key);
	}

	/** Sends again what has not arrived, or may not have. */
	again(key: number): void {
		void this.#post(key);
	}

	/** Lets go of a note. */
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
		const note = this.#waiting.peek().find((one) => one.key === key);
		if (!note) return;
		if (this.#link.state.peek().kind !== "live") {
			this.#set({ ...note, state: "unsent" });
			return;
		}
		this.#set({ ...note, state: "sending" });
		const refusal = await this.#link.note(note.booth, note.text);
		if (refusal === null) this.drop(key);
		else if (refusal.code === "lost") this.#set({ ...note, state: "unknown" });
		else this.#set({ ...note, state: "refused", code: refusal.code });
	}

	#set(note: Waiting): void {
		this.#waiting.value = this.#waiting.peek().map((one) => (one.key === note.key ? note : one));
	}
}
