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
export function capOf(deed: Deed): string {
	return KEYS.find((key) => key.deed === deed)?.cap ?? "";
}

/** What is needed of a keyboard event. */
export interface Stroke {
	key: string;
	code: string;
	ctrlKey: boolean;
	altKey: boolean;
	metaKey: boolean;
	isComposing: boolean;
}

/** What a key stroke asks for, and, for a source, which from 0; null for any other key. */
export function deedOf(stroke: Stroke): { deed: Deed; nth: number } | null {
	if (stroke.ctrlKey || stroke.altKey || stroke.metaKey || stroke.isComposing) return null;
	const cap = capPressed(stroke);
	if (/^[1-9]$/.test(cap)) return { deed: "source", nth: Number(cap) - 1 };
	const found = KEYS.find((key) => key.cap === cap);
	return found ? { deed: found.deed, nth: 0 } : null;
}

function capPressed({ key, code }: Stroke): string {
	// On a keyboard without a plus of its own it is typed with shift.
	if (key === "=") return "+";
	if (/^[\x21-\x7e]$/.test(key)) return key.toUpperCase();
	return /^(?:Key|Digit|Numpad)(.)$/.exec(code)?.[1] ?? "";
}

/** Whether what is typed into an element is text, or chooses among options. */
export function takesText(element: EventTarget | null): boolean {
	if (!(element instanceof HTMLElement)) return false;
	if (element.isContentEditable || element.matches("textarea, select")) return true;
	return element.matches("input:not([type=checkbox]):not([type=radio]):not([type=range]):not([type=button])");
}
