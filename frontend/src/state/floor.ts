import type { HasFloor, Meeting, Seat, View } from "@/wire/protocol";

/** Somebody who has the floor, with their nameplate: its language is the one that they speak now. */
export interface Speaking {
	key: string;
	seat: Seat;
	/** Whether the chair has the microphone open. */
	microphone: boolean;
	/** Since when they have the floor, in milliseconds by the server's clock. */
	since: number;
}

/** The floor of a seat, if it has it. */
export function hasFloor(view: View, seat: string): HasFloor | undefined {
	return view.floor.find((floor) => floor.seat === seat);
}

/** The place of a seat's hand among the raised ones, from 1; 0 when it is down. */
export function handPlace(view: View, seat: string): number {
	return view.hands.indexOf(seat) + 1;
}

/** Who has the floor, in the order in which it was given. */
export function speakersNow(meeting: Meeting, view: View): Speaking[] {
	return view.floor.flatMap(({ seat: key, microphone, since, language }) => {
		const seat = meeting.seats[key];
		return seat ? [{ key, seat: { ...seat, language }, microphone, since }] : [];
	});
}
