import { capOf, type Stroke } from "@/ui";

/** The keys of the booth's page. Pure. */

/** What a key does. */
export type KeyAction =
	| "cough"
	| "mute"
	| "take"
	| "leave"
	| "handover"
	| "slow"
	| "source"
	| "louder"
	| "softer"
	| "direction"
	| "text"
	| "down"
	| "up"
	| "glossary"
	| "chat"
	| "keys";

/** A key: by what is printed on it, or, where a layout has no Latin letters, by where it lies. */
interface Key {
	cap: string;
	action: KeyAction;
}

/** Every key, in the order in which they are shown. `1` stands for 1 to 9. */
export const KEYS: readonly Key[] = [
	{ cap: "C", action: "cough" },
	{ cap: "M", action: "mute" },
	{ cap: "L", action: "take" },
	{ cap: "X", action: "leave" },
	{ cap: "H", action: "handover" },
	{ cap: "S", action: "slow" },
	{ cap: "1", action: "source" },
	{ cap: "+", action: "louder" },
	{ cap: "-", action: "softer" },
	{ cap: "D", action: "direction" },
	{ cap: "T", action: "text" },
	{ cap: "J", action: "down" },
	{ cap: "K", action: "up" },
	{ cap: "G", action: "glossary" },
	{ cap: "N", action: "chat" },
	{ cap: "?", action: "keys" },
];

/** The cap that is shown for an action. */
export function capFor(action: KeyAction): string {
	return KEYS.find((key) => key.action === action)?.cap ?? "";
}

/** What a key stroke asks for, and, for a source, which from 0; null for any other key. */
export function keyActionOf(stroke: Stroke): { action: KeyAction; nth: number } | null {
	const pressed = capOf(stroke);
	if (pressed === null) return null;
	if (/^[1-9]$/.test(pressed)) return { action: "source", nth: Number(pressed) - 1 };
	const found = KEYS.find(({ cap }) => cap === pressed);
	return found ? { action: found.action, nth: 0 } : null;
}
