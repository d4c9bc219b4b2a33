import { expect, test } from "vitest";
import type { Meeting, View } from "@/wire/protocol";
import { stageBoxes, stageTiles } from "./stage-layout";

const seats = ["a", "b", "c", "d"];
const meeting = { seats: Object.fromEntries(seats.map((key) => [key, { name: key }])) } as unknown as Meeting;
const stream = { path: "x", codec: "vp8" };

/**
 * A view from words: "+a" has the floor, "-a" too but with a closed microphone, "a" is seen with a
 * camera, "a!" with a screen, "(a)" on the stage but not sending.
 */
function viewOf(words: string): View {
	const view = { floor: [], stage: [], booths: {}, streams: {} } as unknown as View;
	for (const word of words.split(" ").filter(Boolean)) {
		const seat = word.replace(/[^a-z]/g, "");
		const microphone = word.startsWith("+");
		if (/^[+-]/.test(word)) view.floor.push({ seat, since: 0, microphone, language: "en" });
		else {
			const source = word.endsWith("!") ? "screen" : "camera";
			view.stage.push({ seat, source });
			if (!word.startsWith("(")) view.streams[seat] = { ...view.streams[seat], [source]: stream };
		}
	}
	return view;
}

function drawn(words: string): string {
	const marks = { large: "L", screen: "S", strip: "s" };
	const letters = { camera: "", screen: "!", plate: "?" };
	return stageTiles(meeting, viewOf(words))
		.map(({ seat, kind, place }) => `${marks[place]}:${seat}${letters[kind]}`)
		.join(" ");
}

test.each([
	["nobody", "", ""],
	["a panel before anybody speaks: the first is large", "a b c", "L:a s:b s:c"],
	["who has the floor is large", "a b c +b", "s:a L:b s:c"],
	["of two who have it, the last", "a b c +b +a", "L:a s:b s:c"],
	["without a picture, a plate", "+d", "L:d?"],
	["a speaker without a picture is large before those who are silent", "a b +d", "s:a s:b L:d?"],
	["but not before one who speaks and is seen", "a b +b +d", "s:a L:b s:d?"],
	["who speaks is large before a later one whose microphone is closed", "a b +a -b", "L:a s:b"],
	["even by a plate", "b +a -b", "s:b L:a?"],
	["whose microphone is closed is large while nobody speaks", "a b -b", "s:a L:b"],
	["of two screens, not that of the one who is silent", "a! b! +a -b", "S:a! L:a? s:b?"],
	["a picture that is not sent is not there", "(a) b", "L:b"],
	["nor does it keep a plate away", "(a) +a", "L:a?"],
	["a screen beside its speaker", "a a! b +a", "S:a! L:a s:b"],
	["a screen alone", "a!", "S:a!"],
	["of two screens, that of the one who speaks", "a! b! +b", "S:b! L:b?"],
	["nobody who has no seat", "z +z", ""],
])("%s", (_, words, expected) => {
	expect(drawn(words)).toBe(expected);
});

test("no tile lies outside the stage or on another", () => {
	for (let people = 1; people <= 12; people++) {
		for (const screen of [false, true]) {
			const tiles = Array.from({ length: people }, (_, n) => ({
				seat: `p${n}`,
				kind: "camera" as const,
				place: n === Math.floor(people / 2) ? ("large" as const) : ("strip" as const),
				floor: false,
			}));
			const all = screen
				? [{ seat: "s", kind: "screen" as const, place: "screen" as const, floor: false }, ...tiles]
				: tiles;
			const boxes = stageBoxes(all);
			expect(boxes).toHaveLength(all.length);
			const close = 1e-6;
			boxes.forEach((one, i) => {
				expect(one.width).toBeGreaterThan(5);
				expect(Math.min(one.left, one.top)).toBeGreaterThanOrEqual(-close);
				expect(Math.max(one.left + one.width, one.top + one.height)).toBeLessThanOrEqual(100 + close);
				for (const other of boxes.slice(i + 1)) {
					const apart =
						one.left + one.width <= other.left + close ||
						other.left + other.width <= one.left + close ||
						one.top + one.height <= other.top + close ||
						other.top + other.height <= one.top + close;
					expect(apart).toBe(true);
				}
			});
		}
	}
});
