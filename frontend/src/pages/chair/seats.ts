/** Which seats the room's list shows, and what each is called. Pure. */

import { isPresent, isSentOut } from "@/state";
import { plateOf } from "@/ui";
import type { Meeting, Seat, View } from "@/wire/protocol";

export type Filter = "all" | "present" | "hands" | "sent_out";
export const filters: readonly Filter[] = ["all", "present", "hands", "sent_out"];

/** How many seats each filter lets through. */
export function counts(meeting: Meeting, view: View): Record<Filter, number> {
	const keys = Object.keys(meeting.seats);
	return {
		all: keys.length,
		present: keys.filter((key) => isPresent(view, key)).length,
		hands: view.hands.length,
		sent_out: keys.filter((key) => isSentOut(view, key)).length,
	};
}

/** The keys of the seats that pass the filter and hold every word of the search; hands in the order they went up. */
export function listed(meeting: Meeting, view: View, filter: Filter, search: string): string[] {
	const words = fold(search).split(/\s+/).filter(Boolean);
	const from = filter === "hands" ? view.hands : Object.keys(meeting.seats);
	return from.filter((key) => {
		const seat = meeting.seats[key];
		if (!seat) return false;
		if (filter === "present" && !isPresent(view, key)) return false;
		if (filter === "sent_out" && !isSentOut(view, key)) return false;
		if (words.length === 0) return true;
		const text = fold([seat.name, seat.organisation, seat.title, categoryName(meeting, seat)].join(" "));
		return words.every((word) => text.includes(word));
	});
}

/**
 * What each seat is called where one line must do: the head of its nameplate, with the organisation for a
 * guest who has a name; a number where several would be called the same.
 */
export function callNames(meeting: Meeting): Map<string, string> {
	const groups = new Map<string, string[]>();
	for (const [key, seat] of Object.entries(meeting.seats)) {
		const name = callName(seat);
		groups.set(name, [...(groups.get(name) ?? []), key]);
	}
	const names = new Map<string, string>();
	for (const [name, keys] of groups) {
		keys.forEach((key, place) => {
			names.set(key, keys.length === 1 ? name : `${name} ${place + 1}`);
		});
	}
	return names;
}

function callName(seat: Seat): string {
	const { head } = plateOf(seat);
	const guest = seat.role === "participant" || seat.role === "observer";
	return guest && head !== seat.organisation && seat.organisation !== ""
		? `${head}, ${seat.organisation}`
		: head;
}

function categoryName(meeting: Meeting, seat: Seat): string {
	return meeting.categories.find((category) => category.key === seat.category)?.name ?? "";
}

/** Lower case, without accents, so that "Ozdemir" finds "Özdemir". */
function fold(text: string): string {
	return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
