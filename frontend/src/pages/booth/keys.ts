import { capOf, type Stroke } from "@/ui";

/** The keys of the booth's page. Pure. */

/** What a key does. */
export type Deed =
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
	deed: Deed;
}

/** Every key, in the order in which they are shown. `1` stands for 1 to 9. */
export const KEYS: readonly Key[] = [
	{ cap: "C", deed: "cough" },
	{ cap: "M", deed: "mute" },
	{ cap: "L", deed: "take" },
	{ cap: "X", deed: "leave" },
	{ cap: "H", deed: "handover" },
	{ cap: "S", deed: "slow" },
	{ cap: "1", deed: "source" },
	{ cap: "+", deed: "louder" },
	{ cap: "-", deed: "softer" },
	{ cap: "D", deed: "direction" },
	{ cap: "T", deed: "text" },
	{ cap: "J", deed: "down" },
	{ cap: "K", deed: "up" },
	{ cap: "G", deed: "glossary" },
	{ cap: "N", deed: "chat" },
	{ cap: "?", deed: "keys" },
];

/** The cap that is shown for a deed. */
export function capFor(deed: Deed): string {
	return KEYS.find((key) => key.deed === deed)?.cap ?? "";
}

/** What a key stroke asks for, and, for a source, which from 0; null for any other key. */
export function deedOf(stroke: Stroke): { deed: Deed; nth: number } | null {
	const pressed = capOf(stroke);
	if (pressed === null) return null;
	if (/^[1-9]$/.test(pressed)) return { deed: "source", nth: Number(pressed) - 1 };
	const found = KEYS.find(({ cap }) => cap === pressed);
	return found ? { deed: found.deed, nth: 0 } : null;
}
