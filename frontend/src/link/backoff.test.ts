import { describe, expect, it } from "vitest";
import { backoff, connectTimeout } from "./backoff";

describe("backoff", () => {
	it.each([
		[0, 0, false, 150],
		[0, 1, false, 300],
		[1, 1, false, 600],
		[2, 1, false, 1_000],
		[2, 0, false, 500],
		[10_000, 1, false, 1_000],
		[2, 1, true, 1_200],
		[10_000, 1, true, 5_000],
	])("after %i failures, with chance %f, hidden: %s, waits %i ms", (failures, chance, hidden, wait) => {
		expect(backoff(failures, chance, hidden)).toBe(wait);
	});

	it("is back within three seconds wherever in a try the network returns", () => {
		const resent = [0, 1_000, 3_000];
		for (let failures = 0; failures < 6; failures++) {
			const within = connectTimeout(failures);
			for (let returns = 0; returns <= within; returns += 50) {
				const again = resent.find((at) => at >= returns && at < within);
				const wait = (again ?? within + backoff(failures + 1, 1)) - returns;
				expect(wait).toBeLessThanOrEqual(3_000);
			}
		}
	});
});

describe("connectTimeout", () => {
	it.each([
		[0, false, 2_000],
		[1, false, 2_000],
		[2, false, 5_000],
		[3, false, 2_000],
		[0, true, 10_000],
	])("after %i failures, hidden: %s, gives a try %i ms", (failures, hidden, within) => {
		expect(connectTimeout(failures, hidden)).toBe(within);
	});
});
