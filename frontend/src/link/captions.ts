import { type ReadonlySignal, signal } from "@preact/signals";
import type { Caption } from "@/wire/protocol";
import { type Port, perLink } from "./port";

/** How many lines a page keeps to scroll back to. */
export const KEPT_LINES = 200;

/**
 * The lines of captions after another one has come: it takes the place of the line of the same id, or stands where it
 * was said.
 *
 * @param lines - in the order in which they were said
 */
export function withCaption(lines: readonly Caption[], caption: Caption): readonly Caption[] {
	const at = lines.findIndex(({ id }) => id === caption.id);
	if (caption.text === "") return at < 0 ? lines : lines.toSpliced(at, 1);
	if (at >= 0) return lines.with(at, caption);
	const after = lines.findLastIndex(({ since }) => since <= caption.since);
	return lines.toSpliced(after + 1, 0, caption).slice(-KEPT_LINES);
}

/** The captions that a page reads. */
export class Captions {
	readonly #port: Port;
	readonly #lines = signal<readonly Caption[]>([]);
	#wanted: string | null = null;

	constructor(port: Port) {
		this.#port = port;
		port.on("caption", (line) => {
			this.#lines.value = withCaption(this.#lines.peek(), line);
		});
		// The latest lines come again, and a server that was started anew counts from the beginning.
		port.on("welcome", () => {
			if (this.#wanted !== null) this.#lines.value = [];
		});
	}

	/** The lines of what is subscribed to, in the order in which they were said. */
	get lines(): ReadonlySignal<readonly Caption[]> {
		return this.#lines;
	}

	/**
	 * Asks for captions in place of those that came so far.
	 *
	 * @param wanted - `original`, a language, or null for none
	 */
	subscribe(wanted: string | null): void {
		if (wanted === this.#wanted) return;
		this.#wanted = wanted;
		this.#lines.value = [];
		this.#port.declare({ type: "captions", wanted });
	}
}

/** The captions of a link. */
export const captionsOf = perLink((port) => new Captions(port));
