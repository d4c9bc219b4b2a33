import { describe, expect, it } from "vitest";
import { FLAT, moved, rememberTone, toneRemembered } from "./tone";

function memory(kept?: string): { getItem(): string | null; setItem(key: string, value: string): void } {
	let held = kept ?? null;
	return {
		getItem: () => held,
		setItem: (_, value) => {
			held = value;
		},
	};
}

describe("the tone", () => {
	it("moves in steps, as far as it goes", () => {
		expect(moved(FLAT, "bass", -2)).toEqual({ volume: 0, bass: -4, treble: 0 });
		expect(moved(FLAT, "volume", 99)).toEqual({ volume: 12, bass: 0, treble: 0 });
		expect(moved(FLAT, "treble", -99)).toEqual({ volume: 0, bass: 0, treble: -12 });
	});

	it("is remembered", () => {
		const kept = memory();
		rememberTone({ volume: 4, bass: -6, treble: 2 }, kept);
		expect(toneRemembered(kept)).toEqual({ volume: 4, bass: -6, treble: 2 });
	});

	it.each([
		[undefined, FLAT],
		["{", FLAT],
		["null", FLAT],
		['{"volume":900,"bass":"x"}', { volume: 12, bass: 0, treble: 0 }],
	])("makes of %s what can be heard", (kept, tone) => expect(toneRemembered(memory(kept))).toEqual(tone));
});
