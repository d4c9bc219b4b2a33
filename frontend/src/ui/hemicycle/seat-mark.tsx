import type { Place } from "./layout";
import type { ChartSeat } from "./seats";
import { letterOf } from "./seats";

export interface SeatMarkProps {
	seat: ChartSeat;
	place: Place;
	radius: number;
	/** The accessible name; none where the chamber as a whole is one image. */
	label?: string | undefined;
	id?: string | undefined;
	selected?: boolean;
}

/**
 * The least radius at which a letter in a seat is legible; below it the letters stand outside the sectors.
 */
export const LETTER_RADIUS = 15;

/**
 * One seat: filled when taken, a ring when expected, lit with the floor, outlined when it is mine.
 */
export function SeatMark({ seat, place, radius, label, id, selected }: SeatMarkProps) {
	const names = [
		"seat",
		seat.rostrum ? "seat-rostrum" : `seat-${seat.category < 0 ? "other" : (seat.category % 7) + 1}`,
	];
	if (seat.present) names.push("seat-present");
	const line = Math.max(1.5, radius * 0.14);
	return (
		<g
			id={id}
			class={names.join(" ")}
			data-seat={seat.key}
			transform={`translate(${place.x.toFixed(1)} ${place.y.toFixed(1)})`}
			{...(label === undefined
				? {}
				: { role: "option", "aria-label": label, "aria-selected": selected === true })}
		>
			{seat.floor && <circle class="seat-lit" r={radius * 1.2} stroke-width={line * 2} />}
			<circle class="seat-disc" r={radius - line / 2} stroke-width={line} />
			{seat.mine && (
				<circle
					class="seat-mine"
					r={Math.max(radius * 1.18, radius + 4) + (seat.floor ? line * 3 : 0)}
					stroke-width={Math.max(3, line)}
				/>
			)}
			{radius >= LETTER_RADIUS && !seat.rostrum && (
				<text class="seat-letter" font-size={radius * 0.92} dy="0.36em">
					{letterOf(seat.category)}
				</text>
			)}
		</g>
	);
}

/**
 * A raised hand: a small mark above the seat, with its place in the list while that has one digit.
 */
export function HandMark({ place, radius, hand }: { place: Place; radius: number; hand: number }) {
	const size = Math.max(9, Math.min(18, radius * 0.7)) * (hand > 9 ? 0.6 : 1);
	const y = place.y - radius * 0.55 - size;
	return (
		<g class="hand" transform={`translate(${place.x.toFixed(1)} ${y.toFixed(1)})`}>
			<path
				d={`M0 ${size * 1.7} L${-size * 0.62} ${size * 0.7} A${size} ${size} 0 1 1 ${size * 0.62} ${size * 0.7} Z`}
				stroke-width={size * 0.16}
			/>
			{hand <= 9 && (
				<text class="hand-place" font-size={size * 1.3} dy="0.36em">
					{hand}
				</text>
			)}
		</g>
	);
}
