import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "./language";

/** The strings of every file, by its path. */
const files = import.meta.glob<object>("./{en,kk,ko,ru}/*.ts", { eager: true, import: "default" });
const subjects = Object.keys(import.meta.glob("./strings/*.ts")).map(
	(path) => /(?<subject>[\w-]+)\.ts$/.exec(path)?.groups?.subject ?? "",
);

function file(code: Language, subject: string): object {
	return files[`./${code}/${subject}.ts`] ?? {};
}

/**
 * Every string of a dictionary by its path; functions called with a number that is "few" in
 * Russian.
 */
function sentences(strings: object, path = ""): [string, string][] {
	return Object.entries(strings).flatMap(([key, value]): [string, string][] => {
		const here = `${path}/${key}`;
		if (typeof value === "string") return [[here, value]];
		if (typeof value === "function") return [[here, value(3, 4)]];
		return sentences(value, here);
	});
}

const latin = /[A-Za-z]{4,}/;

it("are one file a language and subject", () => {
	const expected = LANGUAGES.flatMap((code) => subjects.map((subject) => `./${code}/${subject}.ts`));
	expect(Object.keys(files).sort()).toEqual(expected.sort());
});

describe.each(subjects)("the strings of %s", (subject) => {
	it.each(LANGUAGES)("say everything in %s", (code) => {
		const said = sentences(file(code, subject));
		expect(said).not.toEqual([]);
		for (const [path, sentence] of said) {
			expect(sentence.trim(), path).not.toBe("");
			expect(sentence, path).not.toContain("#");
			expect(sentence, path).not.toContain("undefined");
		}
	});

	it("are translated, not copied", () => {
		const names =
			/Chrome|Edge|Firefox|WebSocket|https|cookie|zh-Hant|Markdown|WebVTT|Word|docx|Enter|Shift|\[quote 1\]/g;
		for (const code of LANGUAGES.filter((one) => one !== "en"))
			for (const [path, sentence] of sentences(file(code, subject)))
				expect(sentence.replace(names, ""), `${code}${path}`).not.toMatch(latin);
	});
});
