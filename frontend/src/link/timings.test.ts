import { expect, it } from "vitest";
import { servedTimings, TIMINGS_MS } from "./timings";

const page = (content?: string) =>
	({ querySelector: () => (content === undefined ? null : { content }) }) as unknown as Document;

it("finds a dead connection within eight seconds, and within two when in doubt", () => {
	expect(TIMINGS_MS.pingInterval + TIMINGS_MS.answerTimeout).toBe(8_000);
	expect(TIMINGS_MS.answerTimeoutInDoubt).toBe(2_000);
	expect(servedTimings(page())).toBe(TIMINGS_MS);
});

it("takes what a server under test has set, and leaves the rest", () => {
	expect(servedTimings(page('{"pingInterval":200}'))).toEqual({ ...TIMINGS_MS, pingInterval: 200 });
});
