import { describe, expect, it } from "vitest";
import { backoff } from "./backoff";

describe("backoff", () => {
	it.each([
		[0, 0, 150],
		[0, 1, 300],
		[1, 1, 600],
		[3, 1, 2_400],
		[5, 1, 5_000],
		[5, 0, 2_500],
		[10_000, 1, 5_000],
	])("after %i failures, with chance %f, waits %i ms", (failures, chance, wait) => {
		expect(backoff(failures, chance)).toBe(wait);
	});
});
