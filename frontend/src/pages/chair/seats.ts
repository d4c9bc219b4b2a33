/** Which seats the room's list shows, and what each is called. Pure. */

import type { Meeting, Seat, View } from "@/wire/protocol";
import { isPresent, isSentOut } from "./commands";

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

/** Seats present and expected in each category, in the programme's order; those without a category are left out. */
export function byCategory(
	meeting: Meeting,
	view: View,
): Array<{ key: string; name: string; present: number; expected: number }> {
	const rows = meeting.categories.map(({ key, name }) => ({ key, name, present: 0, expected: 0 }));
	const of = new Map(rows.map((row) => [row.key, row]));
	for (const [key, seat] of Object.entries(meeting.seats)) {
		const row = seat.category === undefined ? undefined : of.get(seat.category);
		if (!row) continue;
		row.expected += 1;
		if (isPresent(view, key)) row.present += 1;
	}
	return rows;
}

/**
 * What each seat is called where one line must do: the name, with the organisation for those who aren't
 * speakers; a number where several would be called the same.
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
	if (seat.role === "speaker" || seat.role === "chair" || seat.organisation === "") return seat.name;
	return `${seat.name}, ${seat.organisation}`;
}

function categoryName(meeting: Meeting, seat: Seat): string {
	return meeting.categories.find((category) => category.key === seat.category)?.name ?? "";
}

/** Lower case, without accents, so that "Ozdemir" finds "Özdemir". */
function fold(text: string): string {
	return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
