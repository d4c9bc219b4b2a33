export { handoverOffer, liveOffer, ownBooths, stopOffer } from "./booth";
export { handOffer } from "./hand";
export { channelOffer, channels, languageOffer } from "./languages";
export type { Offer, Reason } from "./offer";
export { whyNotOpen } from "./offer";
export { itemOffer, meetingOffer, recordOffer } from "./opening";
export { type QuoteAction, type QuoteAnswer, quoteActions, quoteAnswers } from "./quotes";
export {
	isOnStage,
	isPresent,
	isSentOut,
	offerOf,
	type SeatAction,
	type SeatOffer,
	seatOffers,
	sends,
	whyNotOffered,
} from "./seat";
