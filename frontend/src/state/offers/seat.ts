/** What the chair can do to a seat as things stand, why not where it can't be done, and what takes it back. */

import type { Command, Meeting, RefusalCode, Role, Sends, View } from "@/wire/protocol";
import { type Offer, type Reason, whyNotOpen } from "./offer";

export type SeatAction =
	| "give"
	| "take"
	| "open_microphone"
	| "close_microphone"
	| "show_camera"
	| "hide_camera"
	| "show_screen"
	| "hide_screen"
	| "lower"
	| "send_out"
	| "let_in";

export interface SeatOffer extends Offer {
	action: SeatAction;
	/** What takes it back, in this order; empty where nothing does or where another button already does. */
	undo: Command[];
}

type Picture = "camera" | "screen";

/** How many pictures fit the stage. */
const MAX_ON_STAGE = 12;

/** Why a seat that was not sent out does not offer an action. */
const NOT_OFFERED: Partial<Record<SeatAction, RefusalCode>> = {
	give: "has_floor",
	take: "has_no_floor",
	lower: "hand_is_down",
	let_in: "seat_not_sent_out",
	send_out: "chair_stays",
};

/** Who never has the floor, and why. */
const LISTENERS: Partial<Record<Role, Reason>> = {
	observer: "observers_listen",
	interpreter: "interpreters_interpret",
	captioner: "captioners_write",
};

export const isPresent = (view: View, seat: string): boolean => view.present[seat] === true;
export const isSentOut = (view: View, seat: string): boolean => view.sent_out?.[seat] !== undefined;
export const isOnStage = (view: View, seat: string, source: Picture): boolean =>
	view.stage.some((shown) => shown.seat === seat && shown.source === source);
export const sends = (view: View, seat: string): Sends => view.sending?.[seat] ?? {};

/** Everything that makes sense to do to one seat in its state, the most wanted first. */
export function seatOffers(meeting: Meeting, view: View, seat: string): SeatOffer[] {
	const planned = meeting.seats[seat];
	if (!planned) return [];
	if (isSentOut(view, seat)) {
		return [{ action: "let_in", command: { type: "seat.let_in", seat }, undo: [], because: null }];
	}
	const barred = whyNot(meeting, view, seat);
	const offers = [floorOffer(meeting, view, seat, barred), microphoneOffer(view, seat, barred)];
	offers.push(pictureOffer(view, seat, "camera", barred), pictureOffer(view, seat, "screen", barred));
	if (view.hands.includes(seat)) {
		offers.push({ action: "lower", command: { type: "hand.lower", seat }, undo: [], because: null });
	}
	if (planned.role !== "chair") {
		offers.push({
			action: "send_out",
			command: { type: "seat.send_out", seat },
			undo: [{ type: "seat.let_in", seat }],
			because: null,
		});
	}
	return offers;
}

/** The one of several actions that the seat's state allows to be asked for, for example by a shortcut. */
export function offerOf(
	offers: readonly SeatOffer[],
	...wanted: readonly SeatAction[]
): SeatOffer | undefined {
	return offers.find(({ action }) => wanted.includes(action));
}

/** Why an action is not among the offers of a seat. */
export function whyNotOffered(view: View, seat: string, action: SeatAction | undefined): RefusalCode {
	if (isSentOut(view, seat)) return "seat_sent_out";
	if (action === "give" && !isPresent(view, seat)) return "seat_absent";
	return (action && NOT_OFFERED[action]) ?? "not_allowed";
}

/** Why the seat cannot be heard or seen now; null where it can. */
function whyNot(meeting: Meeting, view: View, seat: string): Reason | null {
	const role = meeting.seats[seat]?.role;
	return whyNotOpen(view) ?? (role && LISTENERS[role]) ?? (isPresent(view, seat) ? null : "seat_absent");
}

function floorOffer(meeting: Meeting, view: View, seat: string, barred: Reason | null): SeatOffer {
	if (view.floor.some((has) => has.seat === seat)) {
		return {
			action: "take",
			command: { type: "floor.take", seat },
			undo: giveBack(meeting, view, seat),
			because: null,
		};
	}
	return { action: "give", command: { type: "floor.give", seat }, undo: [], because: barred };
}

/** Gives the floor again, and then mends what that opens beyond, or leaves out of, what was open. */
function giveBack(meeting: Meeting, view: View, seat: string): Command[] {
	const undo: Command[] = [{ type: "floor.give", seat }];
	if (view.floor.some((has) => has.seat === seat && !has.microphone)) {
		undo.push({ type: "microphone.close", seat });
	}
	if (!isOnStage(view, seat, "camera")) undo.push({ type: "picture.hide", seat, source: "camera" });
	// A participant's screen goes with the floor; whoever is of the stage keeps it.
	if (meeting.seats[seat]?.role === "participant" && isOnStage(view, seat, "screen")) {
		undo.push({ type: "picture.show", seat, source: "screen" });
	}
	return undo;
}

function microphoneOffer(view: View, seat: string, barred: Reason | null): SeatOffer {
	const has = view.floor.find((entry) => entry.seat === seat);
	if (has?.microphone) {
		return {
			action: "close_microphone",
			command: { type: "microphone.close", seat },
			undo: [{ type: "microphone.open", seat }],
			because: null,
		};
	}
	return {
		action: "open_microphone",
		command: { type: "microphone.open", seat },
		undo: [],
		because: has ? null : (barred ?? "has_no_floor"),
	};
}

function pictureOffer(view: View, seat: string, source: Picture, barred: Reason | null): SeatOffer {
	if (isOnStage(view, seat, source)) {
		return {
			action: `hide_${source}`,
			command: { type: "picture.hide", seat, source },
			undo: [{ type: "picture.show", seat, source }],
			because: null,
		};
	}
	const full = view.stage.length >= MAX_ON_STAGE ? "stage_full" : null;
	return {
		action: `show_${source}`,
		command: { type: "picture.show", seat, source },
		undo: [],
		because: barred ?? full ?? (sends(view, seat)[source] ? null : "not_sending"),
	};
}
