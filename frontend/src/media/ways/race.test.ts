import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MediaWay, WayName } from "../way";
import { type Connect, race } from "./race";

const HEAD_START_MS = 500;

/** Connects after so many milliseconds; null: never. Negative: fails then. */
function connects(name: WayName, milliseconds: number | null) {
	const closed = vi.fn();
	const way = { name, close: closed } as unknown as MediaWay;
	const connect = vi.fn<Connect>(
		(signal) =>
			new Promise((resolve, reject) => {
				signal.addEventListener("abort", () => reject(signal.reason));
				if (milliseconds === null) return;
				setTimeout(
					() => (milliseconds < 0 ? reject(new Error("refused")) : resolve(way)),
					Math.abs(milliseconds),
				);
			}),
	);
	return { connect, closed };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("race", () => {
	it.each([
		["UDP in time", 300, 50, "udp", null, 300],
		["UDP blocked: TCP after the head start", null, 50, "tcp", null, 550],
		["UDP refused: TCP at once", -20, 50, "tcp", null, 70],
		["UDP slow: TCP first, UDP after it", 900, 50, "tcp", "udp", 550],
		["UDP a little before TCP", 540, 50, "udp", null, 540],
		["neither", -900, -50, null, null, 900],
	] as const)("%s", async (_, udpAfter, tcpAfter, first, better, at) => {
		const [udp, tcp] = [connects("udp", udpAfter), connects("tcp", tcpAfter)];
		const began = Date.now();
		const over = new AbortController();
		const found = race(udp.connect, tcp.connect, HEAD_START_MS, over.signal);
		let when = -1;
		void found.first.then(() => {
			when = Date.now() - began;
		});
		await vi.advanceTimersByTimeAsync(5_000);
		expect(when).toBe(at);
		expect((await found.first)?.name ?? null).toBe(first);
		over.abort();
		expect((await found.better)?.name ?? null).toBe(better);
		expect(udp.closed).not.toHaveBeenCalled();
		expect(tcp.closed).not.toHaveBeenCalled();
	});

	it("does not ask TCP at all where UDP is there in time", async () => {
		const [udp, tcp] = [connects("udp", 100), connects("tcp", 10)];
		const found = race(udp.connect, tcp.connect, HEAD_START_MS, new AbortController().signal);
		const stopped = found.first.then((way) => way?.name);
		await vi.advanceTimersByTimeAsync(HEAD_START_MS);
		expect(await stopped).toBe("udp");
		const signal = tcp.connect.mock.calls[0]?.[0];
		expect(signal === undefined || signal.aborted).toBe(true);
	});

	it("tries only what it is given", async () => {
		const tcp = connects("tcp", 10);
		const found = race(null, tcp.connect, HEAD_START_MS, new AbortController().signal);
		await vi.advanceTimersByTimeAsync(10);
		expect((await found.first)?.name).toBe("tcp");
		expect(await found.better).toBeNull();
		const udp = connects("udp", -10);
		const none = race(udp.connect, null, HEAD_START_MS, new AbortController().signal);
		await vi.advanceTimersByTimeAsync(10);
		expect(await none.first).toBeNull();
	});

	it("closes a TCP that comes when UDP has won", async () => {
		const udp = connects("udp", 520);
		const closed = vi.fn();
		const deaf: Connect = () =>
			new Promise((resolve) => {
				setTimeout(() => resolve({ name: "tcp", close: closed } as unknown as MediaWay), 100);
			});
		const found = race(udp.connect, deaf, HEAD_START_MS, new AbortController().signal);
		await vi.advanceTimersByTimeAsync(1_000);
		expect((await found.first)?.name).toBe("udp");
		expect(closed).toHaveBeenCalledOnce();
	});
});
