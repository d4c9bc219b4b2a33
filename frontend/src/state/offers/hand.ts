import type { View } from "@/wire/protocol";
import { handPlace, hasFloor } from "../floor";
import { type Offer, whyNotOpen } from "./offer";

/** Raises the seat's own hand, or lowers it: for those who may have the floor and do not give it to themselves. */
export function handOffer(view: View, me: string): Offer {
	if (handPlace(view, me) > 0) return { command: { type: "hand.lower" }, because: null };
	return {
		command: { type: "hand.raise" },
		because: whyNotOpen(view) ?? (hasFloor(view, me) ? "has_floor" : null),
	};
}
