import { useEffect, useRef } from "preact/hooks";

/**
 * Calls a function when its letter is pressed on the page, by itself and not while somebody types.
 *
 * @param keys by the lower-case letter on the key, whatever the keyboard's language writes with it.
 */
export function useShortcuts(keys: Readonly<Record<string, () => void>>): void {
	const latest = useRef(keys);
	latest.current = keys;
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
			// The key's place decides: on a Russian or Korean layout the key H writes another letter.
			const letter = event.code.startsWith("Key")
				? event.code.slice(3).toLowerCase()
				: event.key.toLowerCase();
			latest.current[letter]?.();
		};
		document.addEventListener("keydown", press);
		return () => document.removeEventListener("keydown", press);
	}, []);
}

function typing(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || target.matches('select, textarea, input:not([type="range"])');
}
