import { effect, type Signal, signal } from "@preact/signals";

/** Light or dark by hand; "system" follows the browser. */
export type Theme = "system" | "light" | "dark";

const STORED = "hemicycle:theme";

function stored(): Theme {
	try {
		const kept = localStorage.getItem(STORED);
		return kept === "light" || kept === "dark" ? kept : "system";
	} catch {
		return "system"; // storage is barred
	}
}

/** The page's theme, as chosen before in this browser. */
export const theme: Signal<Theme> = signal(stored());

effect(() => {
	const { dataset } = document.documentElement;
	if (theme.value === "system") delete dataset.theme;
	else dataset.theme = theme.value;
	try {
		localStorage.setItem(STORED, theme.value);
	} catch {
		// storage is barred: the choice lasts as long as the page
	}
});
