import { expect, it } from "vitest";
import { AckWatch } from "./ack-watch";

/** A connection by which the ends of streams are acknowledged when told so. */
function connection() {
	const watch = new AckWatch();
	let now = 1_000;
	return {
		backlog: () => watch.backlog(now),
		pass: (ms: number) => {
			now += ms;
		},
		end: () => {
			const { promise, resolve, reject } = Promise.withResolvers<void>();
			watch.ended(promise, () => now);
			return { acknowledge: resolve, reset: reject };
		},
		/** A stream whose end is acknowledged after so long. */
		async sent(lag: number) {
			const { acknowledge } = this.end();
			now += lag;
			acknowledge();
			await Promise.resolve();
		},
	};
}

it("knows nothing before anything was sent", () => {
	expect(connection().backlog()).toBeNull();
});

it("takes the least lag for the way itself", async () => {
	const over = connection();
	for (const lag of [80, 82, 81, 95]) await over.sent(lag);
	expect(over.backlog()).toBe(2);
	for (const lag of [280, 480, 380]) {
		over.pass(700);
		await over.sent(lag);
	}
	expect(over.backlog()).toBe(300);
});

it("sees what is not acknowledged at all", async () => {
	const over = connection();
	await over.sent(80);
	const stuck = over.end();
	over.pass(400);
	expect(over.backlog()).toBe(0);
	over.pass(600);
	expect(over.backlog()).toBe(920);
	stuck.acknowledge();
	await Promise.resolve();
	expect(over.backlog()).toBe(920);
	over.pass(1_000);
	expect(over.backlog()).toBeNull();
});

it("does not wait for what was reset", async () => {
	const over = connection();
	const given = over.end();
	given.reset(new Error("too old"));
	await new Promise((resolve) => setTimeout(resolve));
	over.pass(5_000);
	expect(over.backlog()).toBeNull();
});
