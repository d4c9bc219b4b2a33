import type { Words } from "@/i18n";
import type { ChartSeat } from "./seats";

/** The state of a seat in words: "Your seat, present, hand raised, 3rd in the list". */
export function stateOf(seat: ChartSeat, words: Words): string {
	const parts = [seat.mine ? words.yourSeat : "", seat.present ? words.present : words.absent];
	if (seat.floor) parts.push(words.hasFloor);
	if (seat.hand > 0) parts.push(words.handPlace(seat.hand));
	return parts.filter((part) => part !== "").join(", ");
}
