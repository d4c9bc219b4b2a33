/** What is spoken on the floor, and what is listened to. */

import type { HasFloor, View } from "@/wire/protocol";
import type { Offer } from "./offer";

/** Says in which language somebody who has the floor speaks. */
export function languageOffer(floor: HasFloor, language: string): Offer {
	return { command: { type: "language.set", seat: floor.seat, language }, because: null };
}

/** What can be listened to: the original (null), and each booth by its language. */
export function channels(view: View): (string | null)[] {
	return [null, ...Object.keys(view.booths)];
}

/** Listens to a booth, or, by null, to the original. */
export function channelOffer(booth: string | null): Offer {
	return { command: { type: "channel.choose", booth }, because: null };
}
