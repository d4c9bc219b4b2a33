import { describe, expect, it } from "vitest";
import { ServerClock } from "./clock";

/** A world where the server's clock is 5,000 ms ahead of ours. */
function world() {
	let local = 1_000;
	const clock = new ServerClock(() => local);
	return {
		clock,
		pass: (ms: number) => {
			local += ms;
		},
		server: () => local + 5_000,
		error: () => clock.now() - (local + 5_000),
	};
}

/** A question and its answer, each with its own way's delay. */
function ask({ clock, pass, server }: ReturnType<typeof world>, there: number, back: number): void {
	const asked = clock.local();
	pass(there);
	const now = server();
	pass(back);
	clock.answered(now, asked);
}

describe("ServerClock", () => {
	it("is late by the way of what was said unasked, and never ahead of it", () => {
		const at = world();
		const said = at.server();
		at.pass(80);
		at.clock.restart(said);
		expect(at.error()).toBe(-80);
		const again = at.server();
		at.pass(30);
		at.clock.heard(again);
		expect(at.error()).toBe(-30);
		const slow = at.server();
		at.pass(400);
		at.clock.heard(slow);
		expect(at.error()).toBe(-30);
	});

	it("is right where both ways take equally long", () => {
		const at = world();
		ask(at, 50, 50);
		expect(at.error()).toBe(0);
	});

	it("believes the quickest answer", () => {
		const at = world();
		ask(at, 300, 20);
		ask(at, 12, 8);
		ask(at, 20, 900);
		expect(at.error()).toBe(2);
	});

	it("does not go on believing an answer for ever", () => {
		const at = world();
		ask(at, 1, 1);
		for (let i = 0; i < 30; i++) {
			at.pass(3_000);
			ask(at, 30, 10);
		}
		// What the first answer proved stays a lower bound: the clock cannot be earlier than that.
		expect(at.error()).toBe(10);
	});

	it("starts anew after a reconnection, as our own clock may have stood still", () => {
		const at = world();
		ask(at, 5, 5);
		at.clock.restart(at.server() + 60_000);
		expect(at.error()).toBe(60_000);
	});
});
