import { useEffect, useRef } from "preact/hooks";
import { boothTexts, t } from "@/i18n";
import { isForPage, Keyboard, KeyboardDialog } from "@/ui";
import { type Deed, deedOf, KEYS } from "./keys";

/** The interpreter's single keys. */
export const keyboard = new Keyboard("booth");

/** What the keys do. `cough` begins with the key going down, and ends as it goes up. */
export interface Deeds {
	cough: (held: boolean) => void;
	act: (deed: Exclude<Deed, "cough">, nth: number) => void;
}

/** Makes the single keys act, except while somebody types. */
export function useKeys(deeds: Deeds): void {
	const latest = useRef(deeds);
	latest.current = deeds;
	useEffect(() => {
		/** The key that is held to be silent, by its place: its letter may change meanwhile. */
		let held: string | null = null;
		const down = (event: KeyboardEvent): void => {
			if (!keyboard.acts.peek() || !isForPage(event)) return;
			const asked = deedOf(event);
			if (asked === null) return;
			event.preventDefault();
			if (event.repeat && asked.deed !== "down" && asked.deed !== "up") return;
			if (asked.deed !== "cough") latest.current.act(asked.deed, asked.nth);
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
	const keys = KEYS.map(
		({ cap, deed }) => [[deed === "source" ? "1 – 9" : cap], strings.deed[deed]] as const,
	);
	return <KeyboardDialog keyboard={keyboard} lists={[{ keys: [...keys, [["Esc"], strings.escape]] }]} />;
}
