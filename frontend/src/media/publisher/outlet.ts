import { Broadcast, type Connection, Path, Time, type Track } from "@moq/net";
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
	forget: () => void;
}

/** The broadcast of one media connection: a track for each source, sent while the server takes it. */
export class Outlet {
	readonly #broadcast = new Broadcast.Producer();
	readonly #tracks = new Map<Source, Open>();

	/** @param onDemand - told when the server begins or ends to take a source */
	constructor(connection: Connection.Established, onDemand: (source: Source, wanted: boolean) => void) {
		for (const source of SOURCES) {
			const info = { timescale: Time.Timescale.MICRO, latencyMax: LATE_MOST, priority: PRIORITY[source] };
			const track = this.#broadcast.createTrack(source, info);
			const forget = track.used.subscribe((used) => onDemand(source, used));
			this.#tracks.set(source, { track, group: null, forget });
		}
		connection.publish(Path.from("seat"), this.#broadcast);
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

	/** Ends the broadcast. */
	close(): void {
		for (const { group, forget } of this.#tracks.values()) {
			forget();
			group?.close();
		}
		this.#broadcast.close();
	}
}
