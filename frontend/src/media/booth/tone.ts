import { browserMemory, type Memory } from "@/state";

/** What an interpreter sets of the incoming sound, in dB. */
export interface Tone {
	volume: number;
	bass: number;
	treble: number;
}

/** What can be set: from, to and in which steps, in dB, and where the shelves begin, in Hz. */
export const TONE = {
	volume: { least: -40, most: 12, step: 2 },
	bass: { least: -12, most: 12, step: 2, frequency: 250 },
	treble: { least: -12, most: 12, step: 2, frequency: 4_000 },
} as const;

/** The neutral setting. */
export const FLAT: Tone = { volume: 0, bass: 0, treble: 0 };

const STORED = "hemicycle:booth-tone";

/** A setting with one value moved by a number of steps, within its limits. */
export function moved(tone: Tone, what: keyof Tone, steps: number): Tone {
	const { step } = TONE[what];
	return within({ ...tone, [what]: tone[what] + steps * step });
}

/** The setting that this browser remembers; neutral if there is none. */
export function toneRemembered(memory: Memory | null = browserMemory()): Tone {
	try {
		const kept = JSON.parse(memory?.getItem(STORED) ?? "null") as Partial<Tone> | null;
		return within({ ...FLAT, ...kept });
	} catch {
		return FLAT;
	}
}

/** Stores the setting in this browser. */
export function rememberTone(tone: Tone, memory: Memory | null = browserMemory()): void {
	try {
		memory?.setItem(STORED, JSON.stringify(tone));
	} catch {
		// Storage is full: the choice lasts as long as the page.
	}
}

function within(tone: Tone): Tone {
	const held = (what: keyof Tone): number => {
		const { least, most } = TONE[what];
		const value = tone[what];
		return typeof value === "number" && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : 0;
	};
	return { volume: held("volume"), bass: held("bass"), treble: held("treble") };
}
