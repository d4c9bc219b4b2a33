import type { Role } from "@/wire/protocol";
import { handoverOffer, liveOffer, ownBooths, stopOffer } from "./booth";
import { handOffer } from "./hand";
import { channelOffer, channels, languageOffer } from "./languages";
import type { Offers } from "./offer";
import { itemOffers, meetingOffer, recordOffer } from "./opening";
import { seatOffers } from "./seat";

const hand: Offers = (_, view, me) => [handOffer(view, me)];
const channel: Offers = (_, view) => channels(view).map(channelOffer);
const language: Offers = (meeting, view) =>
	view.floor.flatMap((floor) => meeting.languages.map((language) => languageOffer(floor, language)));

/** What the page of each role offers, subject by subject. A subject adds its line where its buttons are. */
export const OFFERS: Readonly<Record<Role, readonly Offers[]>> = {
	chair: [
		(_, view) => [meetingOffer(view), ...[recordOffer(view)].filter((offer) => offer !== null)],
		itemOffers,
		(meeting, view) => Object.keys(meeting.seats).flatMap((seat) => seatOffers(meeting, view, seat)),
		(_, view) => Object.keys(view.booths).flatMap((booth) => stopOffer(view, booth) ?? []),
		language,
		channel,
	],
	speaker: [hand, channel],
	participant: [hand, channel],
	observer: [channel],
	captioner: [channel],
	interpreter: [
		(meeting, view, me) => ownBooths(meeting, view, me).map((booth) => liveOffer(view, me, booth)),
		(meeting, view, me) =>
			ownBooths(meeting, view, me).flatMap((booth) => handoverOffer(view, me, booth) ?? []),
		language,
	],
};
