import { useEffect, useRef } from "preact/hooks";

/**
 * Calls a function when its letter is pressed by itself, and not while somebody types.
 *
 * @param keys - by the letter's place on the keyboard: on a Russian or Korean layout it writes another
 */
export function useShortcuts(keys: Readonly<Partial<Record<`Key${string}`, () => void>>>): void {
	const latest = useRef(keys);
	latest.current = keys;
	useEffect(() => {
		const press = (event: KeyboardEvent): void => {
			if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
			latest.current[event.code as `Key${string}`]?.();
		};
		document.addEventListener("keydown", press);
		return () => document.removeEventListener("keydown", press);
	}, []);
}

function isTyping(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && target.matches('select, textarea, input:not([type="range"])');
}
