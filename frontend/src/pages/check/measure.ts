import { effect, type ReadonlySignal } from "@preact/signals";
import type { Link } from "@/link";
import { acquireSession, releaseSession, TrackReader, type WayName } from "@/media";
import type { Streams } from "@/wire/protocol";

const PACKET_US = 20_000;
/** A packet that comes later than this is as good as lost, in milliseconds. */
const TOLERANCE_MS = 400;

/** What came back of a sound or a picture, by the page's own clock. */
export interface Came {
	/** The timestamps of its frames, in microseconds. */
	timestamps: number[];
	/** Milliseconds from each frame's capture to its return. */
	delays: number[];
	/** Over what they came; null: nothing did. */
	way: WayName | null;
}

/** Takes back what this page sends, for so many milliseconds from the first frame on. */
export async function takeBack(
	link: Link,
	source: "microphone" | "camera",
	{ path }: NonNullable<Streams["microphone"]>,
	milliseconds: number,
): Promise<Came> {
	const session = acquireSession(link);
	const came: Came = { timestamps: [], delays: [], way: null };
	try {
		const connection = await settled(session.established, milliseconds);
		if (connection === null) return came;
		await new Promise<void>((resolve) => {
			const wanted = {
				connection,
				path,
				source,
				priority: source === "microphone" ? 100 : 40,
				patience: { tolerance: () => TOLERANCE_MS, newest: false },
			};
			const end = (): void => {
				reader.close();
				resolve();
			};
			let timer = setTimeout(end, milliseconds);
			const reader = new TrackReader(wanted, {
				frame: ({ timestamp, arrived }) => {
					if (came.timestamps.length === 0) {
						clearTimeout(timer);
						timer = setTimeout(end, milliseconds);
					}
					came.timestamps.push(timestamp);
					came.delays.push(arrived - timestamp / 1000);
					came.way = session.way.peek();
				},
			});
		});
	} finally {
		releaseSession(link);
	}
	return came;
}

/** Resolves with a signal's value as soon as it is not null; null where that takes longer. */
export function settled<T>(of: ReadonlySignal<T | null>, milliseconds: number): Promise<T | null> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => finish(null), milliseconds);
		let stop: (() => void) | undefined;
		let over = false;
		const finish = (value: T | null): void => {
			over = true;
			clearTimeout(timer);
			stop?.();
			resolve(value);
		};
		stop = effect(() => {
			const value = of.value;
			if (value !== null && !over) queueMicrotask(() => finish(value));
		});
	});
}

/** The median, in whole milliseconds; null where nothing came. */
export function medianOf(delays: readonly number[]): number | null {
	const sorted = [...delays].sort((a, b) => a - b);
	const middle = sorted[Math.floor(sorted.length / 2)];
	return middle === undefined ? null : Math.max(0, Math.round(middle));
}

/** The share of 20 ms packets that did not come back; null where fewer than two did. */
export function lossOf(timestamps: readonly number[]): number | null {
	if (timestamps.length < 2) return null;
	const sent = Math.round((Math.max(...timestamps) - Math.min(...timestamps)) / PACKET_US) + 1;
	return Math.max(0, 1 - timestamps.length / sent);
}

/** Frames a second, to one decimal; null where fewer than two came. */
export function rateOf(timestamps: readonly number[]): number | null {
	if (timestamps.length < 2) return null;
	const seconds = (Math.max(...timestamps) - Math.min(...timestamps)) / 1e6;
	return seconds > 0 ? Math.round(((timestamps.length - 1) / seconds) * 10) / 10 : null;
}
