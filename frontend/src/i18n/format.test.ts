import { afterEach, describe, expect, it } from "vitest";
import { clock, count, day, hour, languageName, ownName, zone } from "./format";
import { choose, LANGUAGES, type Language, language } from "./language";
import { ordinal, plural } from "./plural";

const REPORTED = Date.UTC(2020, 10, 25, 9, 0); // 15:00 in Almaty, then at UTC+6

afterEach(() => {
	language.value = "en";
});

describe("day and hour", () => {
	it.each<[Language, string]>([
		["en", "Wednesday, 25 November 2020"],
		["kk", "2020 ж. 25 қараша, сәрсенбі"],
		["ko", "2020년 11월 25일 수요일"],
		["ru", "среда, 25 ноября 2020 г."],
	])("in %s: %s", (code, expected) => {
		language.value = code;
		expect(day(REPORTED, "Asia/Almaty").replaceAll("\u00a0", " ")).toBe(expected);
		expect(hour(REPORTED, "Asia/Almaty")).toBe("15:00");
	});

	it("says the day of the place, not of the reader", () => {
		const late = Date.UTC(2020, 10, 25, 20, 0);
		language.value = "kk";
		expect(day(late, "Asia/Almaty")).toContain("26 қараша, бейсенбі");
		expect(hour(late, "Asia/Almaty")).toBe("02:00");
	});

	it.each([
		["Asia/Almaty", "UTC+6"],
		["Asia/Seoul", "UTC+9"],
		["Asia/Kolkata", "UTC+5:30"],
		["UTC", "UTC"],
	])("%s is %s", (timezone, offset) => {
		expect(zone(REPORTED, timezone)).toBe(offset);
	});
});

describe("clock", () => {
	it.each([
		[0, "0:00"],
		[999, "0:00"],
		[61_000, "1:01"],
		[3_599_999, "59:59"],
		[3_600_000, "1:00:00"],
		[-5, "0:00"],
	])("%i ms are %s", (milliseconds, expected) => {
		expect(clock(milliseconds)).toBe(expected);
	});
});

describe("numbers and plurals", () => {
	it("groups as the language does", () => {
		language.value = "kk";
		expect(count(12_345).replaceAll("\u00a0", " ")).toBe("12 345");
	});

	it.each([
		[1, "1 место"],
		[2, "2 места"],
		[5, "5 мест"],
		[21, "21 место"],
		[111, "111 мест"],
	])("counts %i in Russian", (n, expected) => {
		expect(plural("ru", { one: "# место", few: "# места", many: "# мест", other: "# места" })(n)).toBe(
			expected,
		);
	});

	it.each([
		[1, "1st"],
		[2, "2nd"],
		[3, "3rd"],
		[11, "11th"],
		[22, "22nd"],
		[113, "113th"],
	])("%i is %s", (n, expected) => {
		expect(ordinal(n)).toBe(expected);
	});
});

describe("languages", () => {
	it.each<[(string | null)[], Language]>([
		[[null, "fr-FR", "ko-KR"], "ko"],
		[["kk"], "kk"],
		[["xx", null], "en"],
		[["RU-ru", "en"], "ru"],
	])("of %j chooses %s", (wished, chosen) => {
		expect(choose(wished)).toBe(chosen);
	});

	it("have their own names, and a code where there is none", () => {
		expect(LANGUAGES.map(ownName)).toEqual(["English", "қазақ тілі", "한국어", "русский"]);
		expect(ownName("not a language")).toBe("not a language");
	});

	it("have names in Kazakh, whatever the browser knows", () => {
		language.value = "kk";
		expect(LANGUAGES.map(languageName)).toEqual(["ағылшын тілі", "қазақ тілі", "корей тілі", "орыс тілі"]);
	});
});
