/** Opening and closing the meeting, its agenda and its record: what the chair is offered. */

import type { Item, Meeting, View } from "@/wire/protocol";
import { type Offer, whyNotOpen } from "./offer";

/** Closes a meeting that is open, opens any other. */
export function meetingOffer(view: View): Offer {
	return { command: { type: view.phase === "open" ? "meeting.close" : "meeting.open" }, because: null };
}

/** Calls an item of the agenda; null for the present one. */
export function itemOffer(view: View, item: Item): Offer | null {
	if (item.key === view.item) return null;
	return { command: { type: "item.begin", item: item.key }, because: whyNotOpen(view) };
}

/** Calls each item but the present one. */
export function itemOffers(meeting: Meeting, view: View): Offer[] {
	return meeting.items.flatMap((item) => itemOffer(view, item) ?? []);
}

/** Goes off the record, or on it again; null in a closed meeting, where nothing more is said that could be kept. */
export function recordOffer(view: View): Offer | null {
	if (view.off_record !== undefined) return { command: { type: "record.resume" }, because: null };
	return view.phase === "closed" ? null : { command: { type: "record.stop" }, because: null };
}
