import { describe, expect, it } from "vitest";
import { decodeFrame, encodeFrame } from "./frames";

const frame = (timestamp: number, data: number[]): Uint8Array =>
	encodeFrame(timestamp, data.length, (into) => into.set(data));

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("frames", () => {
	// RFC 9000, appendix A.1, and the edges of each length.
	it.each([
		[37, "25"],
		[15_293, "7bbd"],
		[494_878_333, "9d7f3e7d"],
		[0, "00"],
		[63, "3f"],
		[64, "4040"],
		[16_383, "7fff"],
		[16_384, "80004000"],
		[2 ** 30 - 1, "bfffffff"],
		[2 ** 30, "c000000040000000"],
		[Number.MAX_SAFE_INTEGER, "c01fffffffffffff"],
	])("timestamp %i is %s before the data, and comes back", (timestamp, head) => {
		const payload = frame(timestamp, [1, 2, 3]);
		expect(hex(payload)).toBe(`${head}010203`);
		const decoded = decodeFrame(payload);
		expect(decoded?.timestamp).toBe(timestamp);
		expect(hex(decoded?.data ?? new Uint8Array())).toBe("010203");
	});

	it("may hold no data", () => {
		expect(decodeFrame(frame(5, []))).toEqual({ timestamp: 5, data: new Uint8Array() });
	});

	it.each([[""], ["40"], ["800000"], ["c0000000000000"]])("%s is cut short", (bytes) => {
		expect(decodeFrame(Uint8Array.from(Buffer.from(bytes, "hex")))).toBeNull();
	});

	it.each([-1, 0.5, Number.NaN, 2 ** 53])("%d is no timestamp", (timestamp) => {
		expect(() => frame(timestamp, [])).toThrow(RangeError);
	});
});
