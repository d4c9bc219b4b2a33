/** The keys of the chair's page. Pure. */

import { capOf, type Stroke } from "@/ui";

export type KeyAction =
	| "next"
	| "previous"
	| "first_hand"
	| "give"
	| "take"
	| "microphone"
	| "camera"
	| "screen"
	| "lower"
	| "send_out"
	| "let_in"
	| "undo"
	| "sound"
	| "speakers"
	| "hands"
	| "agenda"
	| "room"
	| "search"
	| "keyboard";

export interface Shortcut {
	/** As printed on the key cap, and as `KeyboardEvent.key` in upper case. */
	cap: string;
	action: KeyAction;
	/** Whether it acts on the seat that has the focus (or is selected), or on the whole page. */
	scope: "page" | "seat";
}

export const shortcuts: readonly Shortcut[] = [
	{ cap: "N", action: "next", scope: "page" },
	{ cap: "P", action: "previous", scope: "page" },
	{ cap: "F", action: "first_hand", scope: "page" },
	{ cap: "U", action: "undo", scope: "page" },
	{ cap: "M", action: "sound", scope: "page" },
	{ cap: "1", action: "speakers", scope: "page" },
	{ cap: "2", action: "hands", scope: "page" },
	{ cap: "3", action: "agenda", scope: "page" },
	{ cap: "4", action: "room", scope: "page" },
	{ cap: "/", action: "search", scope: "page" },
	{ cap: "?", action: "keyboard", scope: "page" },
	{ cap: "G", action: "give", scope: "seat" },
	{ cap: "T", action: "take", scope: "seat" },
	{ cap: "C", action: "microphone", scope: "seat" },
	{ cap: "V", action: "camera", scope: "seat" },
	{ cap: "X", action: "screen", scope: "seat" },
	{ cap: "L", action: "lower", scope: "seat" },
	{ cap: "O", action: "send_out", scope: "seat" },
	{ cap: "I", action: "let_in", scope: "seat" },
];

/** The shortcut that a key stroke asks for; undefined for any other key, and for one that is held down. */
export function shortcutOf(stroke: Stroke & { repeat: boolean }): Shortcut | undefined {
	const pressed = stroke.repeat ? null : capOf(stroke);
	return shortcuts.find(({ cap }) => cap === pressed);
}
