import { describe, expect, it } from "vitest";
import type { CheckMark, CheckVerdict } from "@/wire/protocol";
import { type Figures, STEPS, type Step, troubleOf, verdictOf } from "./verdict";

const WELL = Object.fromEntries(STEPS.map((step) => [step, "passed"])) as Record<Step, CheckMark>;
const GOOD: Figures = { way: "udp", delay: 80, loss: 0, frame_rate: 29 };

describe("the verdict", () => {
	it.each<[string, Partial<Record<Step, CheckMark>>, Partial<Figures>, CheckVerdict]>([
		["everything works", {}, {}, "ready"],
		["UDP is blocked, TCP goes", { udp: "failed" }, { way: "tcp" }, "ready"],
		["TCP is blocked, UDP goes", { tcp: "failed" }, {}, "ready"],
		["no camera", { camera: "failed" }, {}, "unseen"],
		["the camera was left out", { camera: "skipped" }, {}, "unseen"],
		["the microphone was left out", { microphone: "skipped", camera: "skipped" }, {}, "listening"],
		["the microphone is denied", { microphone: "failed" }, {}, "listening"],
		["the tone was not heard", { loudspeaker: "failed" }, {}, "silent"],
		["much is lost", {}, { loss: 0.05 }, "weak"],
		["it takes long", {}, { delay: 900 }, "weak"],
		["few pictures come back", {}, { frame_rate: 4 }, "weak"],
		["no picture comes back", { picture: "failed" }, { frame_rate: null }, "weak"],
		["no sound comes back", { sound: "failed" }, { delay: null, loss: null }, "cannot"],
		["the browser lacks something", { browser: "failed", sound: "skipped" }, { way: null }, "cannot"],
		["the page is not secure", { secure: "failed", sound: "skipped" }, { way: null }, "cannot"],
		["the server is not reached", { server: "failed", sound: "skipped" }, { way: null }, "cannot"],
		["worse outranks better", { loudspeaker: "failed", camera: "failed" }, { loss: 0.2 }, "silent"],
	])("when %s", (_, marks, figures, verdict) => {
		expect(verdictOf({ ...WELL, ...marks }, { ...GOOD, ...figures })).toBe(verdict);
	});
});

describe("the trouble", () => {
	it("is the first that failed, with its code", () => {
		const marks = { ...WELL, microphone: "failed", sound: "failed" } as const;
		expect(troubleOf(marks, { microphone: "denied" })).toBe("microphone:denied");
		expect(troubleOf(marks, {})).toBe("microphone");
	});
	it("is none where only UDP is blocked", () => {
		expect(troubleOf({ ...WELL, udp: "failed" }, {})).toBe("");
		expect(troubleOf({ ...WELL, udp: "failed", tcp: "failed" }, {})).toBe("udp");
	});
});
