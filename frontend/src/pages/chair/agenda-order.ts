import type { Item, Meeting, View } from "@/wire/protocol";

/** The item before the present one; none before the first, and none while none has been called. */
export function previousItem(meeting: Meeting, view: View): Item | undefined {
	return meeting.items[meeting.items.findIndex(({ key }) => key === view.item) - 1];
}
