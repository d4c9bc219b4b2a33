/** How the stage is divided among those who are on it: the same for everybody. Pure. */

import type { Meeting, View } from "@/wire/protocol";

/** One place on the stage: a picture, or (`plate`) the name of somebody who speaks without one. */
export interface Tile {
	seat: string;
	kind: "camera" | "screen" | "plate";
	place: "large" | "screen" | "strip";
	/** Whether the seat has the floor. */
	floor: boolean;
}

/** The position of a tile, in per cent of the stage's width and height. */
export interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/**
 * Who is on the stage, and where.
 *
 * Large is whoever was given the floor last, those with an open microphone before those with a
 * closed one; of either, those with a picture before those who have only a plate. Where nobody has
 * the floor it is the picture that was put on the stage first. One screen is shown, that of the
 * latest to speak. Pictures that cannot be taken (yet) are left out.
 */
export function stageTiles(meeting: Meeting, view: View): Tile[] {
	const seated = (key: string) => meeting.seats[key] !== undefined;
	const open = view.floor.filter(({ microphone }) => microphone);
	const closed = view.floor.filter(({ microphone }) => !microphone);
	const given = [...closed, ...open].map(({ seat }) => seat).filter(seated);
	const there = view.stage.filter(({ seat, source }) => seated(seat) && view.streams[seat]?.[source]);
	const rank = (seat: string) => given.lastIndexOf(seat);
	const byRank = (a: { seat: string }, b: { seat: string }) => rank(b.seat) - rank(a.seat);
	const cameras = there.filter(({ source }) => source === "camera").map(({ seat }) => seat);
	// In the order of the floor, so that nobody's place changes with a microphone.
	const plates = view.floor.map(({ seat }) => seat).filter((seat) => seated(seat) && !cameras.includes(seat));
	const screen = there.filter(({ source }) => source === "screen").toSorted(byRank)[0];

	const speaking = open.map(({ seat }) => seat);
	const latest = (among: string[]) => among.toSorted((a, b) => rank(b) - rank(a))[0];
	const seen = cameras.filter((seat) => given.includes(seat));
	const large =
		latest(seen.filter((seat) => speaking.includes(seat))) ??
		latest(plates.filter((seat) => speaking.includes(seat))) ??
		latest(seen) ??
		latest(plates) ??
		cameras[0];
	const tiles: Tile[] = [];
	if (screen)
		tiles.push({ seat: screen.seat, kind: "screen", place: "screen", floor: given.includes(screen.seat) });
	for (const seat of [...cameras, ...plates]) {
		tiles.push({
			seat,
			kind: cameras.includes(seat) ? "camera" : "plate",
			place: seat === large ? "large" : "strip",
			floor: given.includes(seat),
		});
	}
	return tiles;
}

/**
 * Where each tile lies on a stage of 16:9, in the tiles' order; every tile but a lone screen keeps
 * 16:9.
 */
export function stageBoxes(tiles: readonly Tile[]): Box[] {
	const strip = tiles.filter(({ place }) => place === "strip").length;
	return tiles.some(({ place }) => place === "screen") ? beside(tiles) : above(tiles, strip);
}

/** The large tile above, the others in a row below it. */
function above(tiles: readonly Tile[], strip: number): Box[] {
	if (strip === 0) return tiles.map(() => ({ left: 0, top: 0, width: 100, height: 100 }));
	const side = Math.min(20, 100 / strip);
	let left = (100 - side * strip) / 2;
	return tiles.map(({ place }) => {
		if (place === "large") return { left: side / 2, top: 0, width: 100 - side, height: 100 - side };
		const box = { left, top: 100 - side, width: side, height: side };
		left += side;
		return box;
	});
}

/** The screen on the left, everybody in a column beside it, the large one first. */
function beside(tiles: readonly Tile[]): Box[] {
	const others = tiles.length - 1;
	if (others === 0) return tiles.map(() => ({ left: 0, top: 0, width: 100, height: 100 }));
	const side = Math.min(25, 100 / others);
	const first = (100 - side * others) / 2;
	const column = tiles.filter(({ place }) => place !== "screen");
	column.sort((a, b) => Number(b.place === "large") - Number(a.place === "large"));
	return tiles.map((tile) =>
		tile.place === "screen"
			? { left: 0, top: 0, width: 100 - side, height: 100 }
			: { left: 100 - side, top: first + side * column.indexOf(tile), width: side, height: side },
	);
}
