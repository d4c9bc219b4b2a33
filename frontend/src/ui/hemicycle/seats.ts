import type { Category, Meeting, Programme, View } from "@/wire/protocol";
import { plateOf } from "../plate";

/** A seat as the chamber draws it. */
export interface ChartSeat {
	key: string;
	/** The nameplate in one line; empty where it is not known who will sit there. */
	name: string;
	below: string;
	/** Its category's index; -1 for none. */
	category: number;
	/** Whether it faces the rows. */
	rostrum: boolean;
	present: boolean;
	/** The place of its hand among the raised ones, from 1; 0 when it is down. */
	hand: number;
	floor: boolean;
	mine: boolean;
}

/** How many seats of a category there are, and how many of them are taken. */
export interface Count {
	present: number;
	expected: number;
}

/**
 * What was drawn of a meeting last: a seat in which nothing has changed is the same object again.
 */
const drawn = new WeakMap<Meeting, Map<string, ChartSeat>>();

/**
 * Every seat of a meeting as it is now, in the meeting's order.
 *
 * A seat in which nothing has changed since the last call is the same object as then, so that who
 * draws a thousand of them sees at a glance which to draw again.
 */
export function chartSeats(meeting: Meeting, view: View, mine?: string): ChartSeat[] {
	const hands = new Map(view.hands.map((key, index) => [key, index + 1]));
	const floor = new Set(view.floor.map(({ seat }) => seat));
	const before = drawn.get(meeting) ?? plannedSeats(meeting);
	const now = new Map<string, ChartSeat>();
	for (const [key, seat] of before) {
		const present = view.present[key] === true;
		const hand = hands.get(key) ?? 0;
		const same =
			seat.present === present &&
			seat.hand === hand &&
			seat.floor === floor.has(key) &&
			seat.mine === (key === mine);
		now.set(key, same ? seat : { ...seat, present, hand, floor: floor.has(key), mine: key === mine });
	}
	drawn.set(meeting, now);
	return [...now.values()];
}

/** The seats of a meeting before anybody has come. */
function plannedSeats(meeting: Meeting): Map<string, ChartSeat> {
	const categories = new Map(meeting.categories.map(({ key }, index) => [key, index]));
	return new Map(
		Object.entries(meeting.seats).map(([key, seat]) => {
			const { head, below } = plateOf(seat);
			const planned: ChartSeat = {
				...nobody,
				key,
				name: head,
				below: below.join(" · "),
				category: categories.get(seat.category ?? "") ?? -1,
				rostrum: seat.role === "chair" || seat.role === "speaker",
			};
			return [key, planned];
		}),
	);
}

const nobody = { below: "", present: false, hand: 0, floor: false, mine: false };

/** The seats that a programme expects: the speakers by name, the others as a number. */
export function expectedSeats(programme: Programme): ChartSeat[] {
	const speakers = Object.entries(programme.speakers).map(([key, seat]) => {
		const { head, below } = plateOf(seat);
		return { ...nobody, key, name: head, below: below.join(" · "), category: -1, rostrum: true };
	});
	const others = programme.categories.flatMap(({ key }, category) =>
		Array.from({ length: programme.expected[key] ?? 0 }, (_, i) => ({
			...nobody,
			key: `${key}-${i}`,
			name: "",
			category,
			rostrum: false,
		})),
	);
	return [...speakers, ...others];
}

/** The seats in the rows as sectors: one for each category, and a last one for those without. */
export function sectorsOf(categories: readonly Category[], seats: readonly ChartSeat[]): ChartSeat[][] {
	const sectors: ChartSeat[][] = [...categories.map(() => []), []];
	for (const seat of seats) {
		if (!seat.rostrum) sectors.at(seat.category)?.push(seat);
	}
	return sectors;
}

/** How many of these seats there are and are taken. */
export function countOf(seats: readonly ChartSeat[]): Count {
	return { present: seats.filter((seat) => seat.present).length, expected: seats.length };
}

/** The letter of a category: A, B, C … ; none for seats without a category. */
export function letterOf(category: number): string {
	return category < 0 ? "" : String.fromCharCode(65 + (category % 26));
}

/** Which of the seven colours a category has: 1 to 7, and again from 1. */
export function colourOf(category: number): number {
	return (category % 7) + 1;
}
