import type { TrackSource } from "./source";

/** By which protocol a page reaches the media door: MoQ over UDP, or a WebSocket where that is blocked. */
export type WayName = "udp" | "tcp";

/** Where a track is, and how it is taken. */
export interface TrackWanted {
	path: string;
	source: TrackSource;
	/** Higher goes first where there is not room for all. */
	priority: number;
	/** Whether one group is enough: nothing is sent of those after it, however long it takes. */
	once?: boolean;
}

/** Who gets what a taken track brings: groups in any order, several at once, their frames in order. */
export interface TrackSink {
	/** A group begins. False: nothing of it is wanted. */
	begin(sequence: number): boolean;
	/** A frame's payload. False: nothing more of its group is wanted. */
	frame(sequence: number, payload: Uint8Array): boolean;
	/** Nothing more of a group will come; `lost`: though there was more. */
	end(sequence: number, lost: boolean): void;
	/** The track has ended, or was not there. Nothing follows. */
	gone(): void;
}

/** What a codec made, ready to be sent. */
export interface Encoded {
	/** Microseconds by the page's clock. */
	timestamp: number;
	byteLength: number;
	copyTo(into: Uint8Array<ArrayBuffer>): void;
	/** Whether decoding can begin here, and so a group. */
	key: boolean;
}

/**
 * The one broadcast of a media connection: a track for each source, sent while the server takes it.
 *
 * It lives as long as its connection. A server keeps a track that has ended for complete and never asks
 * for it again, so what is stopped and started again goes on in the same track.
 */
export interface Outlet {
	/** Whether the server takes a source now. Reads a signal. */
	wants(source: TrackSource): boolean;
	/** Sends what a codec made; goes nowhere while the source is not taken. */
	send(source: TrackSource, encoded: Encoded): void;
	/** Ends the group that is being sent; what comes next has to begin another. */
	endGroup(source: TrackSource): void;
	/** For how long what is sent now has to wait before it goes out, in milliseconds; null: nothing tells. */
	backlog(): number | null;
}

/** One connection to the media door. */
export interface MediaWay {
	readonly name: WayName;
	/** Resolves when it has ended, whoever ended it. */
	readonly closed: Promise<void>;
	/** When something came over it last, by `performance.now()`; at first, when it was connected. */
	readonly heardAt: number;
	/** How much of what was taken has come over it, in bytes. */
	readonly received: number;
	/** Where this page's own sound and picture go; made when it is first asked for. */
	readonly outlet: Outlet;
	/** Takes a track, until the function returned is called; the sink hears nothing after that. */
	take(wanted: TrackWanted, sink: TrackSink): () => void;
	close(): void;
}
