import type { Link } from "@/link";
import { handOffer } from "@/state";
import type { View } from "@/wire/protocol";
import { useShortcuts } from "./keys";
import { tellRefusal } from "./toasts";

export interface OwnHand {
	/** Why the hand can be neither raised nor lowered now. */
	because: "lost" | "notOpen" | "hasFloor" | undefined;
	/** Raises the hand, or lowers it. */
	turn: () => void;
}

/** The seat's own hand, which the key H turns. */
export function useOwnHand(link: Link, view: View, me: string): OwnHand {
	const offer = handOffer(view, me);
	let because: OwnHand["because"];
	if (link.state.value.kind !== "live") because = "lost";
	else if (offer.because !== null) because = offer.because === "has_floor" ? "hasFloor" : "notOpen";
	const turn = (): void => {
		if (because === undefined) void link.ask(offer.command).then(tellRefusal);
	};
	useShortcuts({ H: turn });
	return { because, turn };
}
