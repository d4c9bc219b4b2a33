import { signal } from "@preact/signals";
import type { Speech, Speeches, SpeechFault, SpeechNotTaken } from "@/wire/protocol";

/** Why a text was not taken: the server's reason, or that it could not be asked. */
export type SpeechTrouble = SpeechFault | "not_sent" | "too_often" | "not_allowed";

/** What goes with a text. */
export interface SpeechOptions {
	/** The file's name, by which the server knows its kind, unless it gets plain text; empty for what was pasted. */
	name: string;
	language: string;
	embargo: boolean;
	check: boolean;
}

/** The text that one seat gives to the booths, as the server has it. */
export class SpeechText {
	readonly seat: string;
	/** Null: none has been given. */
	readonly given = signal<Speech | null>(null);
	/** Whether the server has said yet what there is. */
	readonly known = signal(false);
	readonly saving = signal(false);
	readonly trouble = signal<SpeechTrouble | null>(null);
	readonly #page: string;
	#last: Promise<unknown> = Promise.resolve();

	/**
	 * @param seat Whose words they are.
	 * @param page The address of the page of the seat that gives them.
	 */
	constructor(seat: string, page: string = location.href) {
		this.seat = seat;
		this.#page = page;
	}

	/** Asks the server what there is. */
	async load(): Promise<void> {
		const answer = await this.#ask(new URL("speeches", this.#page), {});
		if (!answer?.ok) return;
		const { speeches } = (await answer.json()) as Speeches;
		this.given.value = speeches.find((speech) => speech.seat === this.seat) ?? null;
		this.known.value = true;
	}

	/** Gives a text in place of the last. Resolves with whether it was taken; if not, nothing has changed. */
	give(text: Blob | string, options: SpeechOptions): Promise<boolean> {
		return this.#inTurn(() => this.#put(text, options));
	}

	/** Sets what goes with the text that is there, at once; it is set back if the server does not take it. */
	async mark(marks: Partial<SpeechOptions>): Promise<boolean> {
		const shown = this.given.peek();
		if (shown) this.given.value = { ...shown, ...marks };
		return this.#inTurn(async () => {
			const marked = this.given.peek();
			if (marked === null || (await this.#put(marked.text, optionsOf(marked)))) return marked !== null;
			this.given.value = shown;
			return false;
		});
	}

	/** Takes the text back. Resolves with whether it is gone. */
	takeBack(): Promise<boolean> {
		return this.#inTurn(async () => {
			const answer = await this.#ask(this.#own(), { method: "DELETE" });
			if (answer?.ok) this.given.value = null;
			return answer?.ok === true;
		});
	}

	/** One after the other, as they were asked for. */
	async #inTurn(act: () => Promise<boolean>): Promise<boolean> {
		const before = this.#last;
		const turn = (async () => {
			await before;
			this.saving.value = true;
			return act();
		})();
		this.#last = turn;
		const done = await turn;
		if (this.#last === turn) this.saving.value = false;
		return done;
	}

	async #put(text: Blob | string, { name, language, embargo, check }: SpeechOptions): Promise<boolean> {
		const url = this.#own();
		const marks = { name, language, embargo: String(embargo), check: String(check) };
		url.search = String(new URLSearchParams(marks));
		const answer = await this.#ask(url, { method: "PUT", body: text });
		if (answer?.ok) this.given.value = (await answer.json()) as Speech;
		else if (answer?.status === 422)
			this.trouble.value = ((await answer.json()) as Partial<SpeechNotTaken>).fault ?? "unreadable";
		return answer?.ok === true;
	}

	#own(): URL {
		return new URL(`speeches/${this.seat}`, this.#page);
	}

	async #ask(url: URL, init: RequestInit): Promise<Response | null> {
		this.trouble.value = null;
		try {
			const answer = await fetch(url, init);
			this.trouble.value = troubleOf(answer.status);
			return answer;
		} catch {
			this.trouble.value = "not_sent";
			return null;
		}
	}
}

/** What a text that has been given says of itself, to give it again. */
export function optionsOf({ name, language, embargo, check }: Speech): SpeechOptions {
	return { name, language, embargo, check };
}

/** What an answer of the server means for whoever sent a text. */
export function troubleOf(status: number): SpeechTrouble | null {
	if (status === 413) return "too_large";
	if (status === 429) return "too_often";
	if (status === 403 || status === 404) return "not_allowed";
	return status < 400 || status === 422 ? null : "not_sent";
}
