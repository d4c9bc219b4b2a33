import { expect, test } from "vitest";
import type { Answer } from "./ask";
import { Remote } from "./remote";

const gone = (status: number): Answer<string> => ({ ok: false, status, code: "" });

test("what is on the page stays there when a later reading fails", async () => {
	const answers: Answer<string>[] = [gone(404), { ok: true, value: "first" }, gone(503)];
	const remote = new Remote(async () => answers.shift() ?? gone(0), { 404: "unknown" });
	expect([remote.value.value, remote.missing.value]).toEqual([null, "loading"]);
	await remote.load();
	expect([remote.value.value, remote.missing.value]).toEqual([null, "unknown"]);
	await remote.load();
	expect([remote.value.value, remote.stale.value]).toEqual(["first", false]);
	await remote.load();
	expect([remote.value.value, remote.stale.value]).toEqual(["first", true]);
});
