import { expect, test } from "vitest";
import { correction } from "./follow";

test.each([
	[0, { kind: "none" }],
	[0.03, { kind: "none" }],
	[-0.03, { kind: "none" }],
	[0.08, { kind: "rate", factor: 0.98 }],
	[-0.08, { kind: "rate", factor: 1.02 }],
	[0.3, { kind: "rate", factor: 0.96 }],
	[-0.4, { kind: "rate", factor: 1.04 }],
	[0.5, { kind: "jump" }],
	[-9, { kind: "jump" }],
])("a sound that is %f s ahead", (drift, expected) => {
	expect(correction(drift)).toEqual(expected);
});
