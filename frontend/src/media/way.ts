import type { TrackSource } from "./source";

/** The protocol of a media connection: MoQ over UDP, or a WebSocket where UDP is blocked. */
export type WayName = "udp" | "tcp";

/** A subscription: which track, and with which priority. */
export interface Subscription {
	path: string;
	source: TrackSource;
	/** Higher is sent first on a narrow link. */
	priority: number;
	/** Whether a single group is wanted, however long it takes, and none after it. */
	once?: boolean;
}

/** Receives a track: groups in any order and side by side, the frames of each in order. */
export interface TrackSink {
	/** A group begins. Returns false if it is not wanted. */
	begin(sequence: number): boolean;
	/** A frame's payload. Returns false if the rest of its group is not wanted. */
	frame(sequence: number, payload: Uint8Array): boolean;
	/** A group has ended; `lost` if a part of it is missing. */
	end(sequence: number, lost: boolean): void;
	/** The track has ended or does not exist. Nothing follows. */
	gone(): void;
}

/** An encoded frame. */
export interface Encoded {
	/** Microseconds by the page's clock. */
	timestamp: number;
	byteLength: number;
	copyTo(into: Uint8Array<ArrayBuffer>): void;
	/** Whether this is a key frame, which begins a group. */
	key: boolean;
}

/**
 * The one broadcast of a media connection: a track for each source, sent while the server takes it.
 *
 * It lives as long as its connection. A server keeps a track that has ended for complete and never
 * asks for it again, so what is stopped and started again goes on in the same track.
 */
export interface Outlet {
	/** Whether the server subscribes to a source now. Reads a signal. */
	isSubscribed(source: TrackSource): boolean;
	/** Sends an encoded frame; drops it while the source is not subscribed to. */
	send(source: TrackSource, encoded: Encoded): void;
	/** Ends the present group; the next frame has to be a key frame. */
	endGroup(source: TrackSource): void;
	/** For how long a frame sent now waits before it goes out, in milliseconds; null if unknown. */
	backlog(): number | null;
}

/** A connection to the media door. */
export interface MediaWay {
	readonly name: WayName;
	/** Resolves when the connection has ended, for whatever reason. */
	readonly closed: Promise<void>;
	/** When data arrived last, by `performance.now()`; initially the time of connecting. */
	readonly heardAt: number;
	/** The number of media bytes received. */
	readonly received: number;
	/** The page's own broadcast; created on first use. */
	readonly outlet: Outlet;
	/**
	 * Subscribes to a track. Returns a function that unsubscribes; the sink is not called after
	 * that.
	 */
	subscribe(wanted: Subscription, sink: TrackSink): () => void;
	close(): void;
}
