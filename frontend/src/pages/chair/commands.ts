/**
 * What the chair can do to a seat as things stand, why not where it can't be done, and what takes it back.
 * Pure: the page draws these and the shortcuts reach for them. The server decides; this only saves the
 * chair a refusal that can be seen coming.
 */

import type { Command, Meeting, RefusalCode, Sends, View } from "@/wire/protocol";

export type Act =
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

/** Why an act is not possible now: a refusal that the server would give, or that the seat sends no such thing. */
export type Reason =
	| Extract<RefusalCode, "meeting_not_open" | "observers_listen" | "seat_absent" | "has_no_floor">
	| "not_sending";

export interface Possible {
	act: Act;
	command: Command;
	/** What takes it back, in this order; empty where nothing does or where another button already does. */
	undo: Command[];
	/** Null: possible. */
	because: Reason | null;
}

type Picture = "camera" | "screen";

export const isPresent = (view: View, seat: string): boolean => view.present[seat] === true;
export const isSentOut = (view: View, seat: string): boolean => view.sent_out?.[seat] !== undefined;
export const isOnStage = (view: View, seat: string, source: Picture): boolean =>
	view.stage.some((shown) => shown.seat === seat && shown.source === source);
export const sends = (view: View, seat: string): Sends => view.sending?.[seat] ?? {};

/** Every act on one seat that makes sense in its state, the one most wanted first. */
export function actsFor(meeting: Meeting, view: View, seat: string): Possible[] {
	const planned = meeting.seats[seat];
	if (!planned) return [];
	if (isSentOut(view, seat)) {
		return [{ act: "let_in", command: { type: "seat.let_in", seat }, undo: [], because: null }];
	}
	const barred = whyNot(meeting, view, seat);
	const acts = [floorAct(meeting, view, seat, barred), microphoneAct(view, seat, barred)];
	acts.push(pictureAct(view, seat, "camera", barred), pictureAct(view, seat, "screen", barred));
	if (view.hands.includes(seat)) {
		acts.push({ act: "lower", command: { type: "hand.lower", seat }, undo: [], because: null });
	}
	if (planned.role !== "chair") {
		acts.push({
			act: "send_out",
			command: { type: "seat.send_out", seat },
			undo: [{ type: "seat.let_in", seat }],
			because: null,
		});
	}
	return acts;
}

/** The one of several acts that the seat's state allows to be asked for, for example by a shortcut. */
export function actOf(acts: readonly Possible[], ...wanted: readonly Act[]): Possible | undefined {
	return acts.find((possible) => wanted.includes(possible.act));
}

/** Why the seat cannot be heard or seen now; null where it can. */
function whyNot(meeting: Meeting, view: View, seat: string): Reason | null {
	if (view.phase !== "open") return "meeting_not_open";
	if (meeting.seats[seat]?.role === "observer") return "observers_listen";
	return isPresent(view, seat) ? null : "seat_absent";
}

function floorAct(meeting: Meeting, view: View, seat: string, barred: Reason | null): Possible {
	if (view.floor.some((has) => has.seat === seat)) {
		return {
			act: "take",
			command: { type: "floor.take", seat },
			undo: giveBack(meeting, view, seat),
			because: null,
		};
	}
	return { act: "give", command: { type: "floor.give", seat }, undo: [], because: barred };
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

function microphoneAct(view: View, seat: string, barred: Reason | null): Possible {
	const has = view.floor.find((entry) => entry.seat === seat);
	if (has?.microphone) {
		return {
			act: "close_microphone",
			command: { type: "microphone.close", seat },
			undo: [{ type: "microphone.open", seat }],
			because: null,
		};
	}
	return {
		act: "open_microphone",
		command: { type: "microphone.open", seat },
		undo: [],
		because: has ? null : (barred ?? "has_no_floor"),
	};
}

function pictureAct(view: View, seat: string, source: Picture, barred: Reason | null): Possible {
	if (isOnStage(view, seat, source)) {
		return {
			act: `hide_${source}`,
			command: { type: "picture.hide", seat, source },
			undo: [{ type: "picture.show", seat, source }],
			because: null,
		};
	}
	return {
		act: `show_${source}`,
		command: { type: "picture.show", seat, source },
		undo: [],
		because: barred ?? (sends(view, seat)[source] ? null : "not_sending"),
	};
}
