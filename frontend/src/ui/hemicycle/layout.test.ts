import { describe, expect, it } from "vitest";
import { type Chamber, layout, type Place } from "./layout";

/**
 * The least distance between two places, by a grid: all pairs of 1,000 seats a thousand times are
 * too many.
 */
function leastDistance(places: readonly Place[], cell: number): number {
	const grid = new Map<string, Place[]>();
	const at = (place: Place) => [Math.floor(place.x / cell), Math.floor(place.y / cell)] as const;
	let least = Number.POSITIVE_INFINITY;
	for (const place of places) {
		const [column, line] = at(place);
		for (let dx = -1; dx <= 1; dx += 1)
			for (let dy = -1; dy <= 1; dy += 1)
				for (const other of grid.get(`${column + dx},${line + dy}`) ?? [])
					least = Math.min(least, Math.hypot(place.x - other.x, place.y - other.y));
		const key = `${column},${line}`;
		grid.set(key, [...(grid.get(key) ?? []), place]);
	}
	return least;
}

function check(chamber: Chamber, groups: readonly number[], atRostrum: number): void {
	const seats = groups.reduce((sum, size) => sum + size, 0);
	expect(chamber.places).toHaveLength(seats);
	expect(chamber.rostrum).toHaveLength(atRostrum);

	expect(leastDistance(chamber.places, 2 * chamber.seat)).toBeGreaterThan(2 * chamber.seat);
	expect(leastDistance(chamber.rostrum, 2 * chamber.rostrumSeat)).toBeGreaterThan(2 * chamber.rostrumSeat);
	const reach = chamber.rostrum.map(({ x, y }) => Math.hypot(x - chamber.centre.x, y - chamber.centre.y));
	expect(Math.max(0, ...reach) + chamber.rostrumSeat).toBeLessThanOrEqual(chamber.hollow + 1e-6);

	const everybody = [
		...chamber.places.map((place) => [place, chamber.seat] as const),
		...chamber.rostrum.map((place) => [place, chamber.rostrumSeat] as const),
	];
	expect(Math.min(...everybody.map(([{ x }, radius]) => x - radius))).toBeGreaterThanOrEqual(0);
	expect(Math.max(...everybody.map(([{ x }, radius]) => x + radius))).toBeLessThanOrEqual(chamber.width);
	expect(Math.min(...everybody.map(([{ y }, radius]) => y - radius))).toBeGreaterThanOrEqual(0);
	expect(Math.max(...everybody.map(([{ y }, radius]) => y + radius))).toBeLessThanOrEqual(chamber.height);

	// Each group keeps to its own sector: no seat of another one lies between two of its own.
	let start = 0;
	let rightmost = Number.POSITIVE_INFINITY;
	for (const size of groups) {
		if (size === 0) continue;
		const angles = chamber.places.slice(start, start + size).map((place) => place.angle);
		start += size;
		expect(Math.max(...angles)).toBeLessThan(rightmost);
		rightmost = Math.min(...angles);
	}
}

describe("layout", () => {
	it.each([
		[[3], 0],
		[[0], 3],
		[[1, 1, 1], 1],
		[[45, 18, 10], 4],
		[[0, 0, 5], 2],
		[[2, 0, 3], 1],
		[[1], 1],
		[[998], 2],
		[[700, 200, 50, 25, 15, 6], 4],
		[[3], 40],
		[[10, 10], 300],
		[[0], 1000],
	])("seats groups of %j with %i at the rostrum", (groups, atRostrum) => {
		check(layout(groups, atRostrum), groups, atRostrum);
	});

	it("seats every number from 3 to 1,000, in one to six groups", () => {
		for (let n = 3; n <= 1000; n += 1) {
			const parts = 1 + (n % 6);
			const groups = Array.from(
				{ length: parts },
				(_, i) => Math.floor(((i + 1) * n) / parts) - Math.floor((i * n) / parts),
			);
			check(layout(groups, n % 9), groups, n % 9);
		}
	}, 60_000);

	it("puts the first of a group into its front row", () => {
		const { places } = layout([20, 20], 2);
		expect(places[0]?.row).toBe(0);
		expect(places[20]?.row).toBe(0);
	});

	it("leaves no row without seats", () => {
		for (let n = 3; n <= 200; n += 1) {
			const used = new Set(layout([n], 1).places.map((place) => place.row));
			expect([...used].toSorted((a, b) => a - b)).toEqual([...used.keys()].map((_, i) => i));
		}
	});

	it("draws smaller seats the more there are, and never unreadably small ones", () => {
		const sizes = [10, 100, 300, 1000].map((n) => layout([n], 3).seat);
		expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
		expect(sizes.at(-1)).toBeGreaterThan(5.5);
	});
});
