import { describe, expect, it } from "vitest";
import { layout } from "./layout";
import { type Direction, neighbour } from "./neighbour";

const chamber = layout([30, 20, 10], 3);
const places = [...chamber.rostrum, ...chamber.places];

describe("neighbour", () => {
	it("reaches every seat by arrow keys alone", () => {
		const seen = new Set([0]);
		const queue = [0];
		for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
			for (const direction of ["left", "right", "outward", "inward"] satisfies Direction[]) {
				const next = neighbour(places, from, direction);
				if (seen.has(next)) continue;
				seen.add(next);
				queue.push(next);
			}
		}
		expect(seen.size).toBe(places.length);
	});

	it("goes along a row and back", () => {
		const from = 10;
		const right = neighbour(places, from, "right");
		expect(places[right]?.row).toBe(places[from]?.row);
		expect(neighbour(places, right, "left")).toBe(from);
	});

	it("stays where there is no further seat", () => {
		expect(neighbour(places, 0, "inward")).toBe(0);
		const last = places.findIndex((place) => place.row === Math.max(...places.map((one) => one.row)));
		expect(neighbour(places, last, "outward")).toBe(last);
	});

	it("knows that an empty chamber has no seat", () => {
		expect(neighbour([], 0, "left")).toBe(-1);
	});
});
