import type { Item, Meeting, View } from "@/wire/protocol";

/** The present agenda item, once one has been called. */
export function itemNow(meeting: Meeting, view: View): Item | undefined {
	return meeting.items.find((item) => item.key === view.item);
}

/** The item after the present one; the first while none has been called; none after the last. */
export function nextItem(meeting: Meeting, view: View): Item | undefined {
	return meeting.items[meeting.items.findIndex((item) => item.key === view.item) + 1];
}
