import { Broadcast, type Connection, Path, Time, type Track } from "@moq/net";
import { type Signal, signal } from "@preact/signals";
import type { AckWatch } from "../ack-watch";
import { encodeFrame } from "../frames";
import { PRIORITY, TRACKS, type TrackSource } from "../source";
import type { Encoded, Outlet } from "../way";

/** How long a group that is not the newest is kept for a lagging subscriber. */
const MAX_LATE_MS = 500;

interface Open {
	track: Track.Producer;
	group: ReturnType<Track.Producer["appendGroup"]> | null;
	wanted: Signal<boolean>;
}

/** Publishes the page's own broadcast over MoQ. */
export class MoqOutlet implements Outlet {
	readonly #tracks = new Map<TrackSource, Open>();
	readonly #acks: AckWatch;

	constructor(connection: Connection.Established, acks: AckWatch) {
		this.#acks = acks;
		const broadcast = new Broadcast.Producer();
		for (const source of TRACKS) {
			const info = { timescale: Time.Timescale.MICRO, latencyMax: MAX_LATE_MS, priority: PRIORITY[source] };
			const track = broadcast.createTrack(source, info);
			const wanted = signal(track.used.peek());
			track.used.subscribe((used) => {
				// The next subscription has to begin at a key frame.
				this.endGroup(source);
				wanted.value = used;
			});
			this.#tracks.set(source, { track, group: null, wanted });
		}
		connection.publish(Path.from("seat"), broadcast);
	}

	isSubscribed(source: TrackSource): boolean {
		return this.#tracks.get(source)?.wanted.value ?? false;
	}

	send(source: TrackSource, { timestamp, byteLength, copyTo, key }: Encoded): void {
		const open = this.#tracks.get(source);
		if (open === undefined || open.track.closed.peek() !== undefined) return;
		if (key) {
			open.group?.close();
			open.group = open.track.appendGroup();
		}
		if (open.group === null) return;
		const payload = encodeFrame(timestamp, byteLength, copyTo);
		open.group.writeFrame({ payload, timestamp: Time.Timestamp.fromMicros(timestamp) });
		// Each packet of sound is a group of its own, so that nobody waits for more.
		if (source === "microphone") this.endGroup(source);
	}

	endGroup(source: TrackSource): void {
		const open = this.#tracks.get(source);
		open?.group?.close();
		if (open) open.group = null;
	}

	backlog(): number | null {
		return this.#acks.backlog(performance.now());
	}
}
