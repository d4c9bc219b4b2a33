/** Time on the desk: how an agenda item stands against its minutes, and how long a hand has been up. Pure. */

import type { Item } from "@/wire/protocol";

/** How an item stands: `ms` milliseconds are left, or it is over by them. */
export interface ItemTime {
	counts: "left" | "over";
	ms: number;
	/** How much of the item's time is gone, 0 to 1. */
	share: number;
}

export function itemTime(item: Item, since: number, now: number): ItemTime {
	const planned = item.minutes * 60_000;
	const gone = Math.max(0, now - since);
	return {
		counts: gone <= planned ? "left" : "over",
		ms: Math.abs(planned - gone),
		share: Math.min(1, gone / planned),
	};
}

/** When this page saw a hand go up; not `exact` for one that may have been up before the page could see it. */
export interface Waiting {
	since: number;
	exact: boolean;
}

/** The waiting times once the hands have become `hands`: those still up keep theirs, new ones start now. */
export function waitingNow(
	before: ReadonlyMap<string, Waiting>,
	hands: readonly string[],
	now: number,
	exact: boolean,
): Map<string, Waiting> {
	return new Map(hands.map((seat) => [seat, before.get(seat) ?? { since: now, exact }] as const));
}
