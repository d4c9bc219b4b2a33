import { describe, expect, it } from "vitest";
import type { Caption } from "@/wire/protocol";
import { KEPT_LINES, withCaption } from "./captions";

function caption(id: number, changes: Partial<Caption> = {}): Caption {
	return {
		type: "caption",
		id,
		line: null,
		version: 1,
		seat: "chair",
		language: "en",
		since: id * 1000,
		text: `line ${id}`,
		final: true,
		writer: "machine",
		...changes,
	};
}

const texts = (lines: readonly Caption[]): string[] => lines.map(({ text }) => text);

describe("captions", () => {
	it("grow as they are said", () => {
		const draft = withCaption([caption(1)], caption(2, { text: "we are", final: false }));
		expect(texts(draft)).toEqual(["line 1", "we are"]);
		const whole = withCaption(draft, caption(2, { text: "We are ready." }));
		expect(texts(whole)).toEqual(["line 1", "We are ready."]);
	});

	it("stand in the order in which they were said, whichever was written first", () => {
		const lines = [caption(1), caption(3)].reduce<readonly Caption[]>(withCaption, []);
		expect(texts(withCaption(lines, caption(9, { since: 2000 })))).toEqual(["line 1", "line 9", "line 3"]);
	});

	it("are taken away where nothing was said after all", () => {
		const lines = [caption(1), caption(2)];
		expect(texts(withCaption(lines, caption(2, { text: "" })))).toEqual(["line 1"]);
		expect(withCaption(lines, caption(7, { text: "" }))).toBe(lines);
	});

	it("are kept up to a number, the newest", () => {
		let lines: readonly Caption[] = [];
		for (let id = 1; id <= KEPT_LINES + 5; id++) lines = withCaption(lines, caption(id));
		expect(lines).toHaveLength(KEPT_LINES);
		expect(lines[0]?.id).toBe(6);
	});
});
