import { useEffect, useRef } from "preact/hooks";

/** What is needed of a keyboard event. */
export interface Stroke {
	key: string;
	code: string;
	ctrlKey: boolean;
	altKey: boolean;
	metaKey: boolean;
	isComposing: boolean;
}

/**
 * The key that was pressed by itself, as it is printed on its cap: `A`, `1`, `?`, `Enter`.
 *
 * Letters are read by what they type, or, on a layout without Latin letters, by where they lie.
 * Null with a key that makes a command of the browser's out of it, and in the middle of a syllable.
 */
export function capOf({ key, code, ctrlKey, altKey, metaKey, isComposing }: Stroke): string | null {
	if (ctrlKey || altKey || metaKey || isComposing) return null;
	// On a keyboard without a plus of its own it is typed with shift.
	if (key === "=") return "+";
	if (/^[\x21-\x7e]$/.test(key)) return key.toUpperCase();
	return /^(?:Key|Digit|Numpad)(.)$/.exec(code)?.[1] ?? key;
}

/** Whether what is typed into an element is text, or chooses among options. */
export function takesText(element: EventTarget | null): boolean {
	if (!(element instanceof HTMLElement)) return false;
	if (element.isContentEditable || element.matches("textarea, select")) return true;
	return element.matches("input:not([type=checkbox]):not([type=radio]):not([type=range]):not([type=button])");
}

/**
 * Whether a key that went down is the page's: not while somebody types, nor under a dialog.
 *
 * A key that something on the page has already used is not.
 */
export function isForPage(event: KeyboardEvent): boolean {
	return (
		!event.defaultPrevented && document.querySelector("dialog[open]") === null && !takesText(event.target)
	);
}

/** Calls a function when its key, given as `capOf` gives it, is pressed by itself on the page. */
export function useShortcuts(keys: Readonly<Record<string, () => void>>): void {
	const latest = useRef(keys);
	latest.current = keys;
	useEffect(() => {
		const press = (event: KeyboardEvent): void => {
			if (event.repeat || !isForPage(event)) return;
			const cap = capOf(event);
			if (cap !== null) latest.current[cap]?.();
		};
		document.addEventListener("keydown", press);
		return () => document.removeEventListener("keydown", press);
	}, []);
}
