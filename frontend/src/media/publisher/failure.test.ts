import { describe, expect, it } from "vitest";
import { failureCode } from "./failure";

describe("failureCode", () => {
	it.each([
		["NotAllowedError", "denied"],
		["NotFoundError", "not_found"],
		["OverconstrainedError", "not_found"],
		["NotReadableError", "busy"],
		["TypeError", "unsupported"],
	])("%s is %s", (name, code) => expect(failureCode(new DOMException("", name))).toBe(code));

	it("takes what is no DOMException for a browser that cannot", () => {
		expect(failureCode(new TypeError("navigator.mediaDevices is undefined"))).toBe("unsupported");
	});
});
