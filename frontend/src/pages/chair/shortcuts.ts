/** The keys of the chair's page. Pure. */

import { capOf, type Stroke } from "@/ui";

export type Deed =
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
	deed: Deed;
	/** Whether it acts on the seat that has the focus (or is selected), or on the whole page. */
	scope: "page" | "seat";
}

export const shortcuts: readonly Shortcut[] = [
	{ cap: "N", deed: "next", scope: "page" },
	{ cap: "P", deed: "previous", scope: "page" },
	{ cap: "F", deed: "first_hand", scope: "page" },
	{ cap: "U", deed: "undo", scope: "page" },
	{ cap: "M", deed: "sound", scope: "page" },
	{ cap: "1", deed: "speakers", scope: "page" },
	{ cap: "2", deed: "hands", scope: "page" },
	{ cap: "3", deed: "agenda", scope: "page" },
	{ cap: "4", deed: "room", scope: "page" },
	{ cap: "/", deed: "search", scope: "page" },
	{ cap: "?", deed: "keyboard", scope: "page" },
	{ cap: "G", deed: "give", scope: "seat" },
	{ cap: "T", deed: "take", scope: "seat" },
	{ cap: "C", deed: "microphone", scope: "seat" },
	{ cap: "V", deed: "camera", scope: "seat" },
	{ cap: "X", deed: "screen", scope: "seat" },
	{ cap: "L", deed: "lower", scope: "seat" },
	{ cap: "O", deed: "send_out", scope: "seat" },
	{ cap: "I", deed: "let_in", scope: "seat" },
];

/** The shortcut that a key stroke asks for; undefined for any other key, and for one that is held down. */
export function shortcutOf(stroke: Stroke & { repeat: boolean }): Shortcut | undefined {
	const pressed = stroke.repeat ? null : capOf(stroke);
	return shortcuts.find(({ cap }) => cap === pressed);
}
