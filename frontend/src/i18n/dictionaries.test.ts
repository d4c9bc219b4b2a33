import { describe, expect, it } from "vitest";
import { booth } from "./booth";
import { boothSigns } from "./booth-signs";
import { boothSound } from "./booth-sound";
import { boothTexts } from "./booth-texts";
import { chairBooths } from "./chair-booths";
import { channel } from "./channel";
import { check } from "./check";
import { clip } from "./clip";
import { communique } from "./communique";
import { hall } from "./hall";
import { keyboard } from "./keyboard";
import { LANGUAGES } from "./language";
import { notice } from "./notice";
import { programme } from "./programme";
import { quotes } from "./quotes";
import { record } from "./record";
import { refusals } from "./refusals";
import { speech } from "./speech";
import { ui } from "./ui";
import { words } from "./words";

const parts = {
	booth,
	boothSigns,
	boothSound,
	boothTexts,
	chairBooths,
	channel,
	check,
	clip,
	communique,
	hall,
	keyboard,
	notice,
	programme,
	quotes,
	record,
	refusals,
	speech,
	ui,
	words,
};

/** Every string of a dictionary by its path; functions called with a number that is "few" in Russian. */
function sentences(strings: object, path = ""): [string, string][] {
	return Object.entries(strings).flatMap(([key, value]): [string, string][] => {
		const here = `${path}/${key}`;
		if (typeof value === "string") return [[here, value]];
		if (typeof value === "function") return [[here, value(3, 4)]];
		return sentences(value, here);
	});
}

const latin = /[A-Za-z]{4,}/;

describe.each(Object.entries(parts))("the dictionary %s", (_, dictionary) => {
	it.each(LANGUAGES)("says everything in %s", (code) => {
		for (const [path, sentence] of sentences(dictionary[code])) {
			expect(sentence.trim(), path).not.toBe("");
			expect(sentence, path).not.toContain("#");
			expect(sentence, path).not.toContain("undefined");
		}
	});

	it("is translated, not copied", () => {
		const names = /Chrome|Edge|Firefox|WebSocket|https|cookie|zh-Hant|Markdown|Word|docx|Shift|\[quote 1\]/g;
		for (const code of LANGUAGES.filter((one) => one !== "en"))
			for (const [path, sentence] of sentences(dictionary[code]))
				expect(sentence.replace(names, ""), `${code}${path}`).not.toMatch(latin);
	});
});
