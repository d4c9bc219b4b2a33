import { effect } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Down, Up, View, Welcome } from "@/wire/protocol";
import { captionsOf } from "./captions";
import { Link } from "./link";
import { notesOf } from "./notes";
import { TIMINGS_MS } from "./timings";

/** The server's end of a WebSocket. */
class Socket {
	static readonly OPEN = 1;
	static made: Socket[] = [];
	static get last(): Socket {
		const last = Socket.made.at(-1);
		if (!last) throw new Error("no WebSocket was made");
		return last;
	}

	readonly url: string;
	readyState = 1;
	onmessage: ((event: { data: string }) => void) | null = null;
	onclose: (() => void) | null = null;
	readonly #sent: Up[] = [];

	constructor(url: string) {
		this.url = url;
		Socket.made.push(this);
	}

	send(message: string): void {
		this.#sent.push(JSON.parse(message) as Up);
	}

	close(): void {
		this.readyState = 3;
	}

	/** What the page has sent since this was last asked, without its pings. */
	takeSent(): Up[] {
		return this.#sent.splice(0).filter(({ type }) => type !== "ping");
	}

	tell(message: Down): void {
		this.onmessage?.({ data: JSON.stringify(message) });
	}

	lose(): void {
		this.readyState = 3;
		this.onclose?.();
	}
}

const view: View = { phase: "open", present: {}, hands: [], floor: [], stage: [], booths: {}, streams: {} };
const welcome = { type: "welcome", now: 1_000, rev: 7, seat: "s", meeting: {}, view } as unknown as Welcome;
const caption = (id: number, text: string): Down =>
	({ type: "caption", id, text, since: id, seat: "s", language: "en", final: true }) as unknown as Down;

const page = { hidden: false, querySelector: () => null, addEventListener() {}, removeEventListener() {} };
let link: Link;

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal("WebSocket", Socket);
	vi.stubGlobal("document", page);
	vi.stubGlobal("location", { href: "https://example.org/s/token/" });
	vi.stubGlobal("addEventListener", () => undefined);
	vi.stubGlobal("removeEventListener", () => undefined);
	Socket.made = [];
	link = new Link();
});

afterEach(() => {
	link.close();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** The connection is lost, and the server is back at the next try. */
function reconnect(): void {
	const before = Socket.made.length;
	Socket.last.lose();
	vi.advanceTimersByTime(TIMINGS_MS.longestRetryDelay);
	expect(Socket.made.length).toBe(before + 1);
	Socket.last.tell(welcome);
}

describe("the view", () => {
	it("is what the welcome says, and then what has changed", () => {
		expect(Socket.last.url).toMatch(/^wss:\/\/example\.org\/s\/token\/ws\?page=[0-9a-f]{24}$/);
		expect(link.state.value).toEqual({ kind: "connecting" });
		Socket.last.tell(welcome);
		expect(link.state.value).toEqual({ kind: "live" });
		Socket.last.tell({ type: "change", rev: 8, now: 1_100, patch: { hands: ["s"] } });
		expect(link.view.value).toEqual({ ...view, hands: ["s"] });
	});

	it("is asked for anew where a change was missed", () => {
		Socket.last.tell(welcome);
		Socket.last.tell({ type: "change", rev: 9, now: 1_100, patch: { hands: ["s"] } });
		expect(link.state.value.kind).toBe("lost");
		expect(link.view.value).toEqual(view);
		vi.advanceTimersByTime(TIMINGS_MS.firstRetryDelay);
		expect(Socket.made.length).toBe(2);
	});
});

describe("a request", () => {
	it("resolves with what the server answers to it", async () => {
		Socket.last.tell(welcome);
		const done = link.ask({ type: "hand.raise" });
		const refused = link.request({ type: "note", booth: "en", text: "hello" });
		const [first, second] = Socket.last.takeSent() as { id: number }[];
		expect(first).toEqual({ type: "command", id: first?.id, command: { type: "hand.raise" } });
		Socket.last.tell({ type: "refused", id: second?.id ?? 0, code: "too_fast", sentence: "Wait." });
		Socket.last.tell({ type: "done", id: first?.id ?? 0 });
		expect(await done).toBeNull();
		expect(await refused).toEqual({ code: "too_fast", sentence: "Wait." });
	});

	it("is lost with the connection, and is not sent without one", async () => {
		expect(await link.ask({ type: "hand.raise" })).toMatchObject({ code: "lost" });
		Socket.last.tell(welcome);
		const asked = link.ask({ type: "hand.raise" });
		Socket.last.lose();
		expect(await asked).toMatchObject({ code: "lost" });
		vi.advanceTimersByTime(TIMINGS_MS.longestRetryDelay);
		Socket.last.tell(welcome);
		expect(Socket.last.takeSent()).toEqual([]);
	});
});

describe("what is sent", () => {
	it("is sent once, and dropped without a connection", () => {
		link.send({ type: "slow_down", booth: "en" });
		Socket.last.tell(welcome);
		link.send({ type: "slow_down", booth: "kk" });
		expect(Socket.last.takeSent()).toEqual([{ type: "slow_down", booth: "kk" }]);
		reconnect();
		expect(Socket.last.takeSent()).toEqual([]);
	});

	it("is said again after each welcome where it is declared, in its latest words", () => {
		link.declare({ type: "hold", held: true });
		link.declare({ type: "captioning", language: "en" });
		expect(Socket.last.takeSent()).toEqual([]);
		Socket.last.tell(welcome);
		link.declare({ type: "hold", held: false });
		expect(Socket.last.takeSent()).toEqual([
			{ type: "hold", held: true },
			{ type: "captioning", language: "en" },
			{ type: "hold", held: false },
		]);
		reconnect();
		expect(Socket.last.takeSent()).toEqual([
			{ type: "hold", held: false },
			{ type: "captioning", language: "en" },
		]);
	});

	it("goes behind what was declared where the welcome itself calls for it", () => {
		link.declare({ type: "hold", held: true });
		const stop = effect(() => {
			if (link.welcome.value) link.send({ type: "slow_down", booth: "en" });
		});
		Socket.last.tell(welcome);
		expect(Socket.last.takeSent().map(({ type }) => type)).toEqual(["hold", "slow_down"]);
		stop();
	});
});

describe("what comes of a type", () => {
	it("is told to who listens to it, until they do no more", () => {
		const heard: number[] = [];
		const stop = link.on("change", ({ rev }) => heard.push(rev));
		Socket.last.tell(welcome);
		Socket.last.tell({ type: "change", rev: 8, now: 1, patch: {} });
		stop();
		Socket.last.tell({ type: "change", rev: 9, now: 1, patch: {} });
		expect(heard).toEqual([8]);
	});

	it("is left alone where the page does not know it", () => {
		Socket.last.tell(welcome);
		Socket.last.tell({ type: "from_the_future" } as unknown as Down);
		expect(link.state.value.kind).toBe("live");
	});

	it("is kept by its subject from the first message on, whenever somebody asks for it", () => {
		Socket.last.tell(welcome);
		Socket.last.tell({ type: "noted", id: 1, at: 5, booth: "en", seat: "s", text: "hello" });
		Socket.last.tell({ type: "noted", id: 2, at: 6, booth: "en", seat: "s", text: "you" });
		expect(notesOf(link).value.map(({ text }) => text)).toEqual(["hello", "you"]);
		reconnect();
		Socket.last.tell({ type: "noted", id: 2, at: 6, booth: "en", seat: "s", text: "you" });
		expect(notesOf(link).value.map(({ text }) => text)).toEqual(["hello", "you"]);
		// A server that was started anew counts from the beginning.
		Socket.last.tell({ type: "noted", id: 1, at: 9, booth: "en", seat: "s", text: "anew" });
		expect(notesOf(link).value.map(({ text }) => text)).toEqual(["you", "anew"]);
	});
});

describe("captions", () => {
	const texts = () => captionsOf(link).lines.value.map(({ text }) => text);

	it("are subscribed to again after a reconnection, from the latest lines on", () => {
		Socket.last.tell(welcome);
		captionsOf(link).subscribe("en");
		captionsOf(link).subscribe("en");
		expect(Socket.last.takeSent()).toEqual([{ type: "captions", wanted: "en" }]);
		Socket.last.tell(caption(3, "three"));
		expect(texts()).toEqual(["three"]);
		reconnect();
		expect(texts()).toEqual([]);
		expect(Socket.last.takeSent()).toEqual([{ type: "captions", wanted: "en" }]);
		Socket.last.tell(caption(1, "one"));
		captionsOf(link).subscribe("ko");
		expect(texts()).toEqual([]);
	});
});

describe("the connection", () => {
	it("is taken for dead without an answer, and is made anew", () => {
		Socket.last.tell(welcome);
		vi.advanceTimersByTime(TIMINGS_MS.answerTimeout - 1);
		expect(link.state.value.kind).toBe("live");
		vi.advanceTimersByTime(1);
		expect(link.state.value.kind).toBe("lost");
		vi.advanceTimersByTime(TIMINGS_MS.firstRetryDelay);
		expect(Socket.made.length).toBe(2);
	});

	it("stays for somebody sent out, and goes for good where the seat was opened elsewhere", () => {
		Socket.last.tell({ type: "goodbye", reason: "sent_out" });
		expect(link.state.value).toEqual({ kind: "goodbye", reason: "sent_out" });
		Socket.last.tell(welcome);
		expect(link.state.value.kind).toBe("live");
		Socket.last.tell({ type: "goodbye", reason: "replaced" });
		vi.advanceTimersByTime(60_000);
		expect(Socket.made.length).toBe(1);
		link.rejoin();
		expect(Socket.made.length).toBe(2);
		expect(link.state.value.kind).toBe("connecting");
	});

	it("is made anew at once where the seat was too slow", () => {
		Socket.last.tell(welcome);
		Socket.last.tell({ type: "goodbye", reason: "too_slow" });
		expect(link.state.value.kind).toBe("lost");
	});
});
