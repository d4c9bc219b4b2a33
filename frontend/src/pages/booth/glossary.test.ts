import { describe, expect, it } from "vitest";
import { findTerms, folded, stretches, type Term } from "./glossary";

const rows: Term[] = [
	{ en: "nuclear weapon", ru: "ядерное оружие", kk: "ядролық қару", ko: "핵무기" },
	{ en: "missile", ru: "ракета", kk: "зымыран", ko: "미사일" },
	{ en: "ballistic missile", ru: "баллистическая ракета", ko: "탄도미사일" },
	{ en: "war", ru: "война" },
	{ en: "C++ (language)" },
];
const terms = (found: readonly Term[]) => found.map((term) => term.en);

describe("finding", () => {
	it.each<[string, (string | undefined)[]]>([
		["", terms(rows)],
		["  ", terms(rows)],
		["MISS", ["missile", "ballistic missile"]],
		["ракета баллист", ["ballistic missile"]],
		["미사", ["missile", "ballistic missile"]],
		["каруга", []],
		["қару", ["nuclear weapon"]],
		["++", ["C++ (language)"]],
	])("by %j", (typed, found) => expect(terms(findTerms(rows, typed))).toEqual(found));

	it("does without accents and capitals", () => expect(folded("Élysée ЁЛКА")).toBe("elysee елка"));
});

describe("cutting a text", () => {
	const marked = (text: string, language: string) =>
		stretches(text, rows, language)
			.map((one) => (one.term ? `[${one.text}=${one.term.en}]` : one.text))
			.join("");

	it.each([
		[
			"en",
			"Ballistic missiles, and a missile.",
			"[Ballistic missiles=ballistic missile], and a [missile=missile].",
		],
		["en", "A warning of war", "A warning of [war=war]"],
		["en", "no term", "no term"],
		["en", "about C++ (language) here", "about [C++ (language)=C++ (language)] here"],
		["ru", "Запрет ядерного оружия и ракет.", "Запрет [ядерного оружия=nuclear weapon] и [ракет=missile]."],
		["kk", "Зымырандарды сынау", "[Зымырандарды=missile] сынау"],
		["ko", "북한의 미사일을 막다", "북한의 [미사일을=missile] 막다"],
	])("in %s: %s", (language, text, cut) => {
		expect(marked(text, language)).toBe(cut);
		expect(
			stretches(text, rows, language)
				.map((one) => one.text)
				.join(""),
		).toBe(text);
	});
});
