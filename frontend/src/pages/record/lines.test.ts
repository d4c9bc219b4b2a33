import { expect, test } from "vitest";
import type { ArchiveLine } from "@/wire/protocol";
import { lineAt, pieces, turnsOf, wordsIn } from "./lines";

const line = (id: number, seat: string, at?: number): ArchiveLine => ({
	id,
	seat,
	language: "ko",
	text: `line ${id}`,
	translations: { en: `line ${id} in English` },
	...(at === undefined ? {} : { at }),
});
const LINES = [line(1, "a", 100), line(2, "a", 900), line(3, "b"), line(4, "a", 2000)];

test("lines are taken together by who said them", () => {
	expect(turnsOf(LINES).map(({ seat, lines }) => [seat, ...lines.map(({ id }) => id)])).toEqual([
		["a", 1, 2],
		["b", 3],
		["a", 4],
	]);
});

test.each([
	[0, null],
	[100, 1],
	[899, 1],
	[1500, 2],
	[99_999, 4],
])("the line at %i ms", (at, expected) => {
	expect(lineAt(LINES, at)).toBe(expected);
});

test("a line is read in a language where it is translated", () => {
	const said = LINES[0] as ArchiveLine;
	expect(wordsIn(said, "en").text).toBe("line 1 in English");
	expect(wordsIn(said, "ru")).toMatchObject({ text: "line 1", language: "ko" });
	expect(wordsIn(said, null).text).toBe("line 1");
});

const marked = (text: string, query: string) =>
	pieces(text, query)
		.map((piece) => (piece.found ? `<${piece.text}>` : piece.text))
		.join("");

test.each([
	["The test site", "test", "The <test> site"],
	["Contest and tests", "test", "Contest and <tests>"],
	["ядерного оружия", "Ядер", "<ядерного> оружия"],
	["한반도의 평화", "한반도", "<한반도의> 평화"],
	["a (b) c", "b) c", "a (<b>) <c>"],
	["nothing", "", "nothing"],
	["nothing", "...", "nothing"],
])("%s, searched for %s", (text, query, expected) => {
	expect(marked(text, query)).toBe(expected);
});
