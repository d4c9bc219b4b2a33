/** Time on the chair's page: how an agenda item stands against its minutes. Pure. */

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
