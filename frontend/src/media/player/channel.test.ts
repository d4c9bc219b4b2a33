import { batch, effect, signal } from "@preact/signals";
import { describe, expect, it, vi } from "vitest";
import type { Link, LinkState, Refusal } from "@/link";
import type { Command, View, Welcome } from "@/wire/protocol";
import { Channel } from "./channel";

const view: View = {
	phase: "open",
	present: {},
	hands: [],
	floor: [{ seat: "amb", since: 1, microphone: true, language: "ko" }],
	stage: [],
	booths: {
		en: { interpreters: ["ida"], live: "ida", since: 1 },
		kk: { interpreters: ["kai"] },
	},
	streams: {
		amb: { microphone: { path: "amb/microphone/1", codec: "opus" } },
		ida: { microphone: { path: "ida/microphone/1", codec: "opus" } },
	},
};

/** The part of a seat's link that a channel needs: what it is told, and what it asks for. */
class Line {
	readonly state = signal<LinkState>({ kind: "connecting" });
	readonly welcome = signal<Welcome | null>(null);
	readonly view = signal<View | null>(null);
	readonly asked: Command[] = [];
	answer: Refusal | null = null;

	/** Answers as a server would; while the line is down, as `Link` does. */
	async ask(command: Command): Promise<Refusal | null> {
		if (this.state.peek().kind !== "live") return { code: "lost", sentence: "" };
		this.asked.push(command);
		return this.answer;
	}

	/** The server welcomes the seat, which listened to this when it was last told. */
	enter(channel: string | null): void {
		batch(() => {
			this.welcome.value = { seat: "guest", channel } as Welcome;
			this.view.value = view;
			this.state.value = { kind: "live" };
		});
	}

	lose(): void {
		this.state.value = { kind: "lost", since: 0, retryAt: 0 };
	}
}

function listening(local = false): { line: Line; channel: Channel } {
	const line = new Line();
	return { line, channel: new Channel(line as unknown as Link, local) };
}

const chosen = (booth: string | null): Command => ({ type: "channel.choose", booth });

describe("a seat's choice", () => {
	it("is what the server kept", () => {
		const { line, channel } = listening();
		expect(channel.hearing.value).toBeNull();
		line.enter("en");
		expect(channel.chosen.value).toBe("en");
		expect(channel.heard.value).toEqual({ booth: "en", what: "booth", foreign: true });
		expect(line.asked).toEqual([]);
	});

	it("is heard at once, and told to the server", async () => {
		const { line, channel } = listening();
		line.enter(null);
		const told = channel.choose("en");
		expect(channel.chosen.value).toBe("en");
		expect(await told).toBeNull();
		expect(line.asked).toEqual([chosen("en")]);
	});

	it("goes back to what it was where the server refuses it", async () => {
		const { line, channel } = listening();
		line.enter("kk");
		line.answer = { code: "no_such_booth", sentence: "There is no such booth." };
		expect(await channel.choose("en")).toEqual(line.answer);
		expect(channel.chosen.value).toBe("kk");
	});

	it("is told when the line is back, though the server welcomes with an older one", async () => {
		const { line, channel } = listening();
		line.enter(null);
		line.lose();
		expect(await channel.choose("en")).toBeNull();
		expect(line.asked).toEqual([]);
		line.enter(null);
		expect(channel.chosen.value).toBe("en");
		expect(line.asked).toEqual([chosen("en")]);
		await Promise.resolve();
		await Promise.resolve();
		line.lose();
		line.enter("kk");
		expect(channel.chosen.value).toBe("kk");
	});

	it("stays in a page that only tries out what it hears", async () => {
		const { line, channel } = listening(true);
		line.enter("kk");
		expect(channel.chosen.value).toBeNull();
		await channel.choose("en");
		expect(channel.chosen.value).toBe("en");
		expect(line.asked).toEqual([]);
	});
});

describe("a handover", () => {
	it("waits for the partner's sound a moment, and no longer", () => {
		vi.useFakeTimers();
		const { line, channel } = listening();
		const stop = effect(() => void channel.heard.value);
		line.enter("en");
		const { ida: _, ...streams } = view.streams;
		line.view.value = { ...view, streams };
		expect(channel.heard.value.what).toBe("booth");
		vi.advanceTimersByTime(300);
		expect(channel.heard.value.what).toBe("booth");
		vi.advanceTimersByTime(200);
		expect(channel.heard.value.what).toBe("lost");
		stop();
		vi.useRealTimers();
	});
});

describe("listening in", () => {
	it("is no choice, and ends with the next one", async () => {
		const { line, channel } = listening();
		line.enter(null);
		channel.alone.value = "en";
		expect(Object.fromEntries(channel.hearing.value?.gains ?? [])).toEqual({ amb: 0, ida: 1 });
		expect(line.asked).toEqual([]);
		await channel.choose("kk");
		expect(channel.alone.value).toBeNull();
		expect(channel.heard.value).toEqual({ booth: "kk", what: "empty", foreign: true });
	});
});
