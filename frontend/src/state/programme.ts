import type { Item, Meeting, View } from "@/wire/protocol";

/** The present agenda item, once one has been called. */
export function itemNow(meeting: Meeting, view: View): Item | undefined {
	return meeting.items.find((item) => item.key === view.item);
}

/** The item after the present one; the first while none has been called; none after the last. */
export function nextItem(meeting: Meeting, view: View): Item | undefined {
	return meeting.items[meeting.items.findIndex((item) => item.key === view.item) + 1];
}

/** The speakers that the agenda names, in its order, each once. */
export function itemSpeakers(meeting: Meeting): string[] {
	return [...new Set(meeting.items.flatMap((item) => (item.speaker ? [item.speaker] : [])))];
}
