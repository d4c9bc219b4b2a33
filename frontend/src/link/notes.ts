import { type ReadonlySignal, signal } from "@preact/signals";
import type { Noted } from "@/wire/protocol";
import { perLink } from "./port";

/** The lines of the booths' chats that a link's seat may read, the oldest first. */
export const notesOf = perLink((port): ReadonlySignal<readonly Noted[]> => {
	const notes = signal<readonly Noted[]>([]);
	port.on("noted", (note) => {
		// The latest lines come again after a reconnection; a server that was started anew counts from the beginning.
		const kept = notes.peek().filter(({ id, at }) => id !== note.id && at <= note.at);
		notes.value = [...kept, note];
	});
	return notes;
});
