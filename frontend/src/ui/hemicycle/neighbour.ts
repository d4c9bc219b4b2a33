import type { Place } from "./layout";

/** A way to go from seat to seat, as the arrow keys name them. */
export type Direction = "left" | "right" | "outward" | "inward";

/**
 * The seat next to one in that direction: along the row, or in the next row at the nearest angle.
 *
 * @returns its index in `places`; the same index where there is none.
 */
export function neighbour(places: readonly Place[], from: number, direction: Direction): number {
	const here = places[from];
	if (!here) return places.length > 0 ? 0 : -1;
	if (direction === "left" || direction === "right") {
		const sign = direction === "left" ? -1 : 1;
		return nearest(
			places,
			from,
			(place) => place.row === here.row && sideways(here, place) * sign > 0,
			(place) => Math.abs(sideways(here, place)),
		);
	}
	const rows = places.map((place) => place.row);
	const next =
		direction === "outward"
			? Math.min(...rows.filter((row) => row > here.row))
			: Math.max(...rows.filter((row) => row < here.row));
	return nearest(
		places,
		from,
		(place) => place.row === next,
		(place) => (here.x - place.x) ** 2 + (here.y - place.y) ** 2,
	);
}

/**
 * How far to the right a place in the same row lies. Lines at the rostrum are read one after the
 * other.
 */
function sideways(here: Place, there: Place): number {
	if (here.row >= 0) return here.angle - there.angle;
	return there.x - here.x + (here.y - there.y) * 1000;
}

function nearest(
	places: readonly Place[],
	from: number,
	fits: (place: Place) => boolean,
	distance: (place: Place) => number,
): number {
	let best = from;
	let shortest = Number.POSITIVE_INFINITY;
	for (const [i, place] of places.entries()) {
		if (i === from || !fits(place) || distance(place) >= shortest) continue;
		best = i;
		shortest = distance(place);
	}
	return best;
}
