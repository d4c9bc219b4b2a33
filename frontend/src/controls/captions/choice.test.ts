import { describe, expect, it } from "vitest";
import type { View } from "@/wire/protocol";
import { type Reading, remembered, wantedOf } from "./choice";

const PLAIN: Reading = { wanted: undefined, size: 0, contrast: false };

function memory(text: string | null) {
	return { getItem: () => text, setItem: () => undefined };
}

describe("how captions are read", () => {
	it("is remembered", () => {
		const kept: Reading = { wanted: "en", size: 2, contrast: true };
		expect(remembered(memory(JSON.stringify(kept)))).toEqual(kept);
		expect(remembered(memory('{"wanted":null,"size":0,"contrast":false}'))).toEqual({
			...PLAIN,
			wanted: null,
		});
	});

	it("is as at first where the memory holds nothing, or something else", () => {
		for (const text of [null, "", "{", "7", '{"wanted":3,"size":9,"contrast":"yes"}']) {
			expect(remembered(memory(text))).toEqual(PLAIN);
		}
		expect(remembered(null)).toEqual(PLAIN);
	});

	it("asks only for captions that there are", () => {
		const view = { captions: { offered: ["original", "en"], writing: {} } } as unknown as View;
		expect(wantedOf({ ...PLAIN, wanted: "en" }, view)).toBe("en");
		expect(wantedOf({ ...PLAIN, wanted: "ru" }, view)).toBeNull();
		expect(wantedOf({ ...PLAIN, wanted: "en" }, {} as View)).toBeNull();
		expect(wantedOf(PLAIN, view)).toBeNull();
		expect(wantedOf({ ...PLAIN, wanted: "en" }, null)).toBeNull();
	});
});
