import { useEffect, useRef } from "preact/hooks";
import { boothTexts, t } from "@/i18n";
import { isForPage, Keyboard, KeyboardDialog, keyLines } from "@/ui";
import { KEYS, type KeyAction, keyActionOf } from "./keys";

/** The interpreter's single keys. */
export const keyboard = new Keyboard("booth");

/** What the keys do. `cough` begins with the key going down, and ends as it goes up. */
export interface Deeds {
	cough: (held: boolean) => void;
	act: (action: Exclude<KeyAction, "cough">, nth: number) => void;
}

/** Makes the single keys act, except while somebody types. */
export function useKeys(actions: Deeds): void {
	const latest = useRef(actions);
	latest.current = actions;
	useEffect(() => {
		/** The key that is held to be silent, by its place: its letter may change meanwhile. */
		let held: string | null = null;
		const down = (event: KeyboardEvent): void => {
			if (!keyboard.acts.peek() || !isForPage(event)) return;
			const asked = keyActionOf(event);
			if (asked === null) return;
			event.preventDefault();
			if (event.repeat && asked.action !== "down" && asked.action !== "up") return;
			if (asked.action !== "cough") latest.current.act(asked.action, asked.nth);
			else {
				held = event.code;
				latest.current.cough(true);
			}
		};
		const up = (event: KeyboardEvent): void => {
			if (held === null || event.code !== held) return;
			held = null;
			latest.current.cough(false);
		};
		document.addEventListener("keydown", down);
		document.addEventListener("keyup", up);
		return () => {
			document.removeEventListener("keydown", down);
			document.removeEventListener("keyup", up);
		};
	}, []);
}

/** Every key of the page. */
export function Keys() {
	const strings = t(boothTexts).keys;
	const shown = KEYS.map(({ cap, action }) => ({ cap: action === "source" ? "1 – 9" : cap, action }));
	const keys = keyLines(shown, strings.action);
	return <KeyboardDialog keyboard={keyboard} lists={[{ keys: [...keys, [["Esc"], strings.escape]] }]} />;
}
