/** Where every seat of a half-round chamber stands. Pure: numbers in, numbers out. */

/** A seat's place, in the drawing's own units; y grows downwards. */
export interface Place {
	x: number;
	y: number;
	/** 0 is the row nearest to the rostrum; at the rostrum itself -1. */
	row: number;
	/**
	 * Seen from the rostrum's middle, in radians: π at the left end of a row, 0 at its right end.
	 */
	angle: number;
}

/** A group of seats that sit together, and where its letter stands outside the last row. */
export interface Sector {
	group: number;
	x: number;
	y: number;
}

export interface Chamber {
	/**
	 * 1000 for a full chamber, less for one of a few seats, so that a seat never looks as large as
	 * a hall.
	 */
	width: number;
	height: number;
	/** The radius of a seat in the rows. */
	seat: number;
	/** The radius of a seat at the rostrum. */
	rostrumSeat: number;
	/** Group after group, in each the front row first. */
	places: Place[];
	rostrum: Place[];
	/** One for each group that is not empty. */
	sectors: Sector[];
	/** The middle of the half circles. */
	centre: { x: number; y: number };
	/** The radius of the free half circle around the rostrum. */
	hollow: number;
}

const WIDTH = 1000;
/** Room outside the last row, for raised hands and sector letters. */
const MARGIN = 56;
/** The free half circle's radius, as a share of the outermost one. */
const HOLLOW_SHARE = 0.4;
/** A seat's radius as a share of the distance between the middles of two neighbours. */
const SEAT_SHARE = 0.42;
const MAX_PITCH = 112;
/** The aisle between two sectors, in radians. */
const AISLE_RAD = 0.055;
/** How far the seats at the rostrum may go up into the free half circle, as a share of it. */
const ROSTRUM_DEPTH_SHARE = 0.5;
const MAX_ROSTRUM_SEAT = 34;
const MIN_ROSTRUM_SEAT = 14;

/**
 * Lays out a chamber: rows around the rostrum, one sector a group, aisles between them.
 *
 * @param groups how many seats each group has, in the order in which they sit from left to right.
 * @param atRostrum how many seats face the rows.
 */
export function layout(groups: readonly number[], atRostrum: number): Chamber {
	const seats = groups.reduce((sum, size) => sum + size, 0);
	const filled = groups.filter((size) => size > 0).length;
	const span = Math.PI - AISLE_RAD * Math.max(0, filled - 1);
	const pitch = widestPitch(seats, span);
	const seat = SEAT_SHARE * pitch;
	const rows = rowsFor(seats, pitch, span);
	const outer = rows.at(-1)?.radius ?? (WIDTH / 2) * HOLLOW_SHARE;
	const half = outer + seat + MARGIN;
	const centre = { x: half, y: half };
	const hollow = (rows[0]?.radius ?? outer) - seat;

	const { places, sectors } = seatGroups(groups, rows, outer + seat + MARGIN / 2, (angle, radius) => ({
		x: centre.x + radius * Math.cos(angle),
		y: centre.y - radius * Math.sin(angle),
	}));
	const { radius: rostrumSeat, places: rostrum } = seatRostrum(atRostrum, seat, hollow, centre);
	const below = Math.max(seat, rostrumSeat) + MARGIN / 2;
	return {
		width: 2 * half,
		height: centre.y + below,
		seat,
		rostrumSeat,
		places,
		rostrum,
		sectors,
		centre,
		hollow,
	};
}

interface Row {
	radius: number;
	seats: number;
}

/** The radius on which the seats of the last row stand. */
function outermost(pitch: number): number {
	return WIDTH / 2 - MARGIN - SEAT_SHARE * pitch;
}

/** The radii of all rows that fit, the front row first. */
function radii(pitch: number): number[] {
	const found: number[] = [];
	for (let radius = outermost(pitch); radius >= (WIDTH / 2) * HOLLOW_SHARE; radius -= pitch)
		found.unshift(radius);
	return found;
}

/** How many seats a row of that radius takes, with `pitch` between the middles of neighbours. */
function capacity(radius: number, pitch: number, span: number): number {
	return Math.floor(span / (2 * Math.asin(pitch / (2 * radius)))) + 1;
}

/** The greatest distance between neighbours at which all seats find a place. */
function widestPitch(seats: number, span: number): number {
	const fits = (pitch: number) =>
		radii(pitch).reduce((sum, radius) => sum + capacity(radius, pitch, span), 0) >= seats;
	if (fits(MAX_PITCH)) return MAX_PITCH;
	let [low, high] = [1, MAX_PITCH];
	for (let step = 0; step < 40; step += 1) {
		const middle = (low + high) / 2;
		if (fits(middle)) low = middle;
		else high = middle;
	}
	return low;
}

/** The rows that are used, and how many seats each has: the longer the row, the more. */
function rowsFor(seats: number, pitch: number, span: number): Row[] {
	const takes = (radius: number) => capacity(radius, pitch, span);
	const sum = (list: number[]) => list.reduce((total, radius) => total + takes(radius), 0);
	let used = radii(pitch);
	// A few seats need no more than the front rows, and the chamber is a small one.
	while (used.length > 1 && sum(used.slice(0, -1)) >= seats) used = used.slice(0, -1);
	const all = sum(used);
	const shares = used.map((radius) => (seats * takes(radius)) / all);
	const rows = used.map((radius, i) => ({ radius, seats: Math.floor(shares[i] ?? 0) }));
	const missing = seats - rows.reduce((total, row) => total + row.seats, 0);
	const byRemainder = rows.map((_, i) => i).sort((a, b) => rest(shares[b]) - rest(shares[a]));
	for (const i of byRemainder.slice(0, missing)) (rows[i] as Row).seats += 1;
	return rows.filter((row) => row.seats > 0);
}

function rest(share = 0): number {
	return share - Math.floor(share);
}

type Around = (angle: number, radius: number) => { x: number; y: number };

/** Cuts the rows into sectors, and seats each group from the front row outwards. */
function seatGroups(groups: readonly number[], rows: readonly Row[], outside: number, around: Around) {
	const filled = groups.filter((size) => size > 0).length;
	const span = Math.PI - AISLE_RAD * Math.max(0, filled - 1);
	const spots = rows.flatMap(({ radius, seats }, row) =>
		Array.from({ length: seats }, (_, i) => ({
			row,
			radius,
			turn: seats === 1 ? span / 2 : (span * i) / (seats - 1),
		})),
	);
	spots.sort((a, b) => a.turn - b.turn || a.row - b.row);

	const places: Place[] = [];
	const sectors: Sector[] = [];
	let taken = 0;
	for (const [group, size] of groups.entries()) {
		if (size === 0) continue;
		const aisles = AISLE_RAD * sectors.length;
		const own = spots.slice(taken, taken + size);
		taken += size;
		const first = own[0]?.turn ?? 0;
		const last = own.at(-1)?.turn ?? 0;
		sectors.push({ group, ...around(Math.PI - (first + last) / 2 - aisles, outside) });
		own.sort((a, b) => a.row - b.row || a.turn - b.turn);
		for (const { row, radius, turn } of own) {
			const angle = Math.PI - turn - aisles;
			places.push({ ...around(angle, radius), row, angle });
		}
	}
	return { places, sectors };
}

/** Seats at the rostrum: straight lines along the chamber's diameter, as few as will do. */
function seatRostrum(seats: number, rowSeat: number, hollow: number, centre: { x: number; y: number }) {
	const wished = Math.min(MAX_ROSTRUM_SEAT, Math.max(MIN_ROSTRUM_SEAT, rowSeat));
	// Smaller seats in one line are better than larger ones in two, which leave the count no room
	// above.
	for (const [smallest, share] of [
		[MIN_ROSTRUM_SEAT, 0],
		[MIN_ROSTRUM_SEAT / 2, ROSTRUM_DEPTH_SHARE],
		[0.5, 1],
	] as const) {
		for (let radius = wished; radius >= smallest; radius *= 0.94) {
			const pitch = radius * 2.6;
			const lines = rostrumRoom(radius, pitch, hollow, Math.max(radius, hollow * share));
			if (lines.reduce((sum, room) => sum + room, 0) < seats) continue;
			return { radius, places: rostrumLines(seats, lines, pitch, centre) };
		}
	}
	return { radius: 0.5, places: [] };
}

/** How many seats fit each line, the lowest first, no higher than `depth`. */
function rostrumRoom(radius: number, pitch: number, hollow: number, depth: number): number[] {
	const lines: number[] = [];
	// The desk reaches 1.7 radii around its seats, and stays clear of the front row.
	const reach = hollow - 2 * radius;
	for (let y = 0; y + radius <= depth && y < reach; y += pitch) {
		lines.push(Math.floor((2 * Math.sqrt(reach ** 2 - y ** 2)) / pitch) + 1);
	}
	return lines;
}

function rostrumLines(
	seats: number,
	lines: number[],
	pitch: number,
	centre: { x: number; y: number },
): Place[] {
	const places: Place[] = [];
	for (const [line, room] of lines.entries()) {
		const here = Math.min(room, seats - places.length);
		for (let i = 0; i < here; i += 1) {
			const x = centre.x + (i - (here - 1) / 2) * pitch;
			const y = centre.y - line * pitch;
			places.push({ x, y, row: -1, angle: Math.PI / 2 });
		}
	}
	return places;
}
