import type { Command, Meeting, RefusalCode, View } from "@/wire/protocol";

/** Why something cannot be asked for now: a refusal that can be seen coming, or that the seat sends no such thing. */
export type Reason = RefusalCode | "not_sending";

/** A command that a page offers, as a button or by a key. */
export interface Offer {
	command: Command;
	/** Null: it can be asked for. Otherwise it is shown, with the reason why it cannot. */
	because: Reason | null;
}

/** What a seat's page offers of one subject, from the view that it has. */
export type Offers = (meeting: Meeting, view: View, me: string) => Offer[];

/** Why nothing but opening the meeting can be asked for; null while it is open. */
export function whyNotOpen(view: View): Extract<Reason, "meeting_not_open"> | null {
	return view.phase === "open" ? null : "meeting_not_open";
}
