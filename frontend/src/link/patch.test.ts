import { describe, expect, it } from "vitest";
import { type Json, mergePatch } from "./patch";

// RFC 7396, appendix A: target, patch, result.
const TABLE: [Json, Json, Json][] = [
	[{ a: "b" }, { a: "c" }, { a: "c" }],
	[{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
	[{ a: "b" }, { a: null }, {}],
	[{ a: "b", b: "c" }, { a: null }, { b: "c" }],
	[{ a: ["b"] }, { a: "c" }, { a: "c" }],
	[{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
	[{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
	[{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
	[
		["a", "b"],
		["c", "d"],
		["c", "d"],
	],
	[{ a: "b" }, ["c"], ["c"]],
	[{ a: "foo" }, null, null],
	[{ a: "foo" }, "bar", "bar"],
	[{ e: null }, { a: 1 }, { e: null, a: 1 }],
	[[1, 2], { a: "b", c: null }, { a: "b" }],
	[{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

describe("mergePatch", () => {
	it.each(TABLE)("%j with %j is %j", (target, patch, result) => {
		const before = structuredClone(target);
		expect(mergePatch(target, patch)).toEqual(result);
		expect(target).toEqual(before);
	});

	it("shares what the patch does not touch", () => {
		const target = { kept: { deep: [1] }, changed: { a: 1 } };
		const merged = mergePatch(target, { changed: { a: 2 } }) as typeof target;
		expect(merged.kept).toBe(target.kept);
		expect(merged.changed).not.toBe(target.changed);
	});

	it("takes a key named as an object's own machinery for a key", () => {
		const patch = JSON.parse('{"constructor": {"a": 1}}') as Json;
		expect(mergePatch({}, patch)).toEqual({ constructor: { a: 1 } });
	});
});
