import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import type { Refusal } from "@/link";
import { Outbox } from "./outbox";

/** The other end: keeps what was sent, and answers when a test lets it. */
function line() {
	const state = signal<{ kind: "live" | "lost" }>({ kind: "live" });
	const sent: string[] = [];
	const answers: ((refusal: Refusal | null) => void)[] = [];
	return {
		state,
		sent,
		request: (text: string) => {
			sent.push(text);
			return new Promise<Refusal | null>((resolve) => void answers.push(resolve));
		},
		/** Answers the oldest that waits for it. */
		answer: async (code?: Refusal["code"]) => {
			answers.shift()?.(code === undefined ? null : { code, sentence: "" });
			await Promise.resolve();
		},
	};
}

describe("a note", () => {
	const states = (box: Outbox<string>) =>
		box.waiting.value.map(({ message, state }) => `${message} ${state}`);

	it("waits until it has been told", async () => {
		const end = line();
		const box = new Outbox(end, end.request);
		box.send("one");
		expect(states(box)).toEqual(["one sending"]);
		await end.answer();
		expect(states(box)).toEqual([]);
		expect(end.sent).toEqual(["one"]);
	});

	it("goes out when the line is back, once", async () => {
		const end = line();
		const box = new Outbox(end, end.request);
		end.state.value = { kind: "lost" };
		box.send("one");
		box.send("two");
		expect(states(box)).toEqual(["one unsent", "two unsent"]);
		end.state.value = { kind: "live" };
		expect(end.sent).toEqual(["one", "two"]);
		await end.answer();
		expect(states(box)).toEqual(["two sending"]);
		end.state.value = { kind: "live" };
		expect(end.sent).toEqual(["one", "two"]);
	});

	it("that was under way when the line broke is not sent again by itself", async () => {
		const end = line();
		const box = new Outbox(end, end.request);
		box.send("one");
		end.state.value = { kind: "lost" };
		await end.answer("lost");
		end.state.value = { kind: "live" };
		expect(states(box)).toEqual(["one unknown"]);
		expect(end.sent).toEqual(["one"]);
		box.again(box.waiting.value[0]?.key ?? 0);
		expect(end.sent).toEqual(["one", "one"]);
	});

	it("that is refused stays, and can be let go", async () => {
		const end = line();
		const box = new Outbox(end, end.request);
		box.send("one");
		await end.answer("too_fast");
		expect(box.waiting.value).toMatchObject([{ message: "one", state: "refused", code: "too_fast" }]);
		box.drop(box.waiting.value[0]?.key ?? 0);
		expect(states(box)).toEqual([]);
	});
});
