import { Broadcast, type Connection, Path, Time, type Track } from "@moq/net";
import { type Signal, signal } from "@preact/signals";
import { encodeFrame } from "../frames";
import type { Source } from "../source";

/** How long a group that is not the newest is kept for a subscriber that lags, in milliseconds. */
const LATE_MOST = 500;
/** Sound goes before picture. */
const PRIORITY: Record<Source, number> = { microphone: 100, screen: 60, camera: 40 };
const SOURCES: readonly Source[] = ["microphone", "camera", "screen"];

/** What a codec made, ready to be sent. */
export interface Encoded {
	/** Microseconds by the page's clock. */
	timestamp: number;
	byteLength: number;
	copyTo(into: Uint8Array<ArrayBuffer>): void;
	/** Whether decoding can begin here, and so a group. */
	key: boolean;
}

interface Open {
	track: Track.Producer;
	group: ReturnType<Track.Producer["appendGroup"]> | null;
	wanted: Signal<boolean>;
}

/**
 * The one broadcast of a media connection: a track for each source, sent while the server takes it.
 *
 * It lives as long as its connection. A server keeps a track that has ended for complete and never asks
 * for it again, so what is stopped and started again goes on in the same track.
 */
export class Outlet {
	readonly #tracks = new Map<Source, Open>();

	constructor(connection: Connection.Established) {
		const broadcast = new Broadcast.Producer();
		for (const source of SOURCES) {
			const info = { timescale: Time.Timescale.MICRO, latencyMax: LATE_MOST, priority: PRIORITY[source] };
			const track = broadcast.createTrack(source, info);
			const wanted = signal(track.used.peek());
			track.used.subscribe((used) => {
				// Whatever is taken next has to begin at a key frame.
				this.endGroup(source);
				wanted.value = used;
			});
			this.#tracks.set(source, { track, group: null, wanted });
		}
		connection.publish(Path.from("seat"), broadcast);
	}

	/** Whether the server takes a source now. Reads a signal. */
	wants(source: Source): boolean {
		return this.#tracks.get(source)?.wanted.value ?? false;
	}

	/** Sends what a codec made. */
	send(source: Source, { timestamp, byteLength, copyTo, key }: Encoded): void {
		const open = this.#tracks.get(source);
		if (open === undefined || open.track.closed.peek() !== undefined) return;
		if (key) {
			open.group?.close();
			open.group = open.track.appendGroup();
		}
		const payload = encodeFrame(timestamp, byteLength, copyTo);
		open.group?.writeFrame({ payload, timestamp: Time.Timestamp.fromMicros(timestamp) });
		// A packet of sound stands by itself: its group ends with it, so that nobody waits for more.
		if (source === "microphone") this.endGroup(source);
	}

	/** Ends the group that is being sent; what comes next has to begin another. */
	endGroup(source: Source): void {
		const open = this.#tracks.get(source);
		open?.group?.close();
		if (open) open.group = null;
	}
}

const outlets = new WeakMap<Connection.Established, Outlet>();

/** The outlet of a connection. */
export function outletOf(connection: Connection.Established): Outlet {
	const outlet = outlets.get(connection) ?? new Outlet(connection);
	outlets.set(connection, outlet);
	return outlet;
}
