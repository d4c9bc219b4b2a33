import { type Signal, signal } from "@preact/signals";
import type { Answer } from "./ask";

/** Something that a page shows as the server has it, read once or again and again. */
export class Remote<Value, Fault extends string = never> {
	/** What was read; null before it was. */
	readonly value: Signal<Value | null> = signal(null);
	/** Why there is nothing yet. */
	readonly missing: Signal<"loading" | "failed" | Fault> = signal("loading");
	/** Whether the latest reading failed, so that what is shown may be old. */
	readonly stale = signal(false);
	readonly #read: () => Promise<Answer<Value>>;
	readonly #faults: Readonly<Record<number, Fault>>;

	/** @param faults - HTTP statuses that the page has a sentence for, by that sentence's name */
	constructor(read: () => Promise<Answer<Value>>, faults: Readonly<Record<number, Fault>> = {}) {
		this.#read = read;
		this.#faults = faults;
	}

	/** Reads it. What is on the page stays there where a later reading fails. */
	async load(): Promise<void> {
		const answer = await this.#read();
		this.stale.value = !answer.ok;
		if (answer.ok) this.value.value = answer.value;
		else this.missing.value = this.#faults[answer.status] ?? "failed";
	}

	/** Reads it now, and at each interval while the page is in sight. Returns what ends that. */
	follow(intervalMs: number): () => void {
		void this.load();
		const timer = setInterval(() => document.visibilityState === "visible" && void this.load(), intervalMs);
		return () => clearInterval(timer);
	}
}
