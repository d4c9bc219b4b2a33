import { effect, type Signal, signal } from "@preact/signals";
import { captionsOf, type Link } from "@/link";
import { browserMemory, type Memory } from "@/state";
import type { View } from "@/wire/protocol";

/** Text sizes, from the smallest. */
export const SIZES = [0, 1, 2, 3] as const;
export type Size = (typeof SIZES)[number];

/** How somebody reads captions, kept in this browser. */
export interface Reading {
	/** `original`, a language, null for none; undefined where nothing was chosen yet. */
	wanted: string | null | undefined;
	size: Size;
	contrast: boolean;
}

const STORED = "hemicycle:captions";
const PLAIN: Reading = { wanted: undefined, size: 0, contrast: false };

/** The stored settings; defaults for what is missing or not understood any more. */
export function remembered(memory: Memory | null): Reading {
	try {
		const found: unknown = JSON.parse(memory?.getItem(STORED) ?? "null");
		if (typeof found !== "object" || found === null) return PLAIN;
		const { wanted, size, contrast } = found as Record<string, unknown>;
		return {
			wanted: typeof wanted === "string" || wanted === null ? wanted : undefined,
			size: SIZES.find((one) => one === size) ?? 0,
			contrast: contrast === true,
		};
	} catch {
		return PLAIN;
	}
}

/** How captions are read on this page. */
export const reading: Signal<Reading> = signal(remembered(browserMemory()));

/** Changes how captions are read, and remembers it. */
export function read(changes: Partial<Reading>): void {
	reading.value = { ...reading.peek(), ...changes };
	browserMemory()?.setItem(STORED, JSON.stringify(reading.peek()));
}

/** The captions to show, among those that exist; null for none. */
export function wantedOf(reading: Reading, view: View | null): string | null {
	const { wanted } = reading;
	if (wanted === undefined || wanted === null) return null;
	return view?.captions?.offered.includes(wanted) ? wanted : null;
}

/**
 * Subscribes to the chosen captions whenever the choice changes. Returns a function that stops
 * this.
 */
export function keepAsking(link: Link): () => void {
	return effect(() => captionsOf(link).subscribe(wantedOf(reading.value, link.view.value)));
}
