/** Who is live in a booth, and the handover: what its interpreters and the chair are offered. */

import type { Meeting, View } from "@/wire/protocol";
import { type Offer, whyNotOpen } from "./offer";

/** The booths that a seat interprets into. */
export function ownBooths(meeting: Meeting, view: View, me: string): string[] {
	return (meeting.seats[me]?.into ?? []).filter((booth) => view.booths[booth] !== undefined);
}

/**
 * Goes live in a booth, or stops.
 *
 * Where a partner is live it may always be asked for, though the partner has not asked to be relieved: the server
 * knows before this page does that the partner's connection is gone.
 */
export function liveOffer(view: View, me: string, booth: string): Offer {
	const live = view.booths[booth]?.live === me;
	return { command: { type: live ? "booth.leave" : "booth.take", booth }, because: whyNotOpen(view) };
}

/** Asks a partner to take over, or withdraws that; null for a seat that is not live, or works alone. */
export function handoverOffer(view: View, me: string, booth: string): Offer | null {
	const state = view.booths[booth];
	const partners = state?.interpreters.filter((seat) => seat !== me) ?? [];
	if (state?.live !== me || partners.length === 0) return null;
	if (state.asked !== undefined) return { command: { type: "handover.withdraw", booth }, because: null };
	const present = partners.some((seat) => view.present[seat] === true);
	return { command: { type: "handover.ask", booth }, because: present ? null : "no_partner" };
}

/** The chair stops whoever is live in a booth; null where nobody is. */
export function stopOffer(view: View, booth: string): Offer | null {
	if (view.booths[booth]?.live === undefined) return null;
	return { command: { type: "booth.leave", booth }, because: null };
}
