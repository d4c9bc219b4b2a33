import { expect, test } from "vitest";
import type { Item } from "@/wire/protocol";
import { itemTime } from "./time";

const item: Item = { key: "i", title: "I", minutes: 10 };
const MINUTE = 60_000;

test.each([
	[0, { counts: "left", ms: 10 * MINUTE, share: 0 }],
	[4 * MINUTE, { counts: "left", ms: 6 * MINUTE, share: 0.4 }],
	[10 * MINUTE, { counts: "left", ms: 0, share: 1 }],
	[11 * MINUTE, { counts: "over", ms: MINUTE, share: 1 }],
	[-5, { counts: "left", ms: 10 * MINUTE, share: 0 }],
])("%i ms into an item of ten minutes", (gone, expected) => {
	expect(itemTime(item, 1000, 1000 + gone)).toEqual(expected);
});
