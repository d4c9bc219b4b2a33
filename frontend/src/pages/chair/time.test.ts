import { expect, test } from "vitest";
import type { Item } from "@/wire/protocol";
import { itemTime, waitingNow } from "./time";

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

test("a hand waits from when it was first seen, until it goes down", () => {
	const first = waitingNow(new Map(), ["a"], 100, false);
	const second = waitingNow(first, ["b", "a"], 200, true);
	expect([...second]).toEqual([
		["b", { since: 200, exact: true }],
		["a", { since: 100, exact: false }],
	]);
	const down = waitingNow(second, ["b"], 300, true);
	expect(waitingNow(down, ["b", "a"], 400, true).get("a")).toEqual({ since: 400, exact: true });
});
