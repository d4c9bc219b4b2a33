import { describe, expect, it } from "vitest";
import { optionsOf, troubleOf } from "./speech";

describe("the answer to a text", () => {
	it.each([
		[200, null],
		[204, null],
		[422, null],
		[403, "not_allowed"],
		[404, "not_allowed"],
		[413, "too_large"],
		[429, "too_often"],
		[400, "not_sent"],
		[500, "not_sent"],
		[502, "not_sent"],
	])("%i is told as %s", (status, trouble) => {
		expect(troubleOf(status)).toBe(trouble);
	});
});

it("gives a text again with what went with it", () => {
	const given = {
		seat: "fellow",
		version: 3,
		at: 5,
		language: "ko",
		name: "연설.docx",
		text: "평화",
		embargo: true,
		check: false,
	};
	expect(optionsOf(given)).toEqual({ name: "연설.docx", language: "ko", embargo: true, check: false });
});
