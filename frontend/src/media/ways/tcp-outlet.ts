import { type Signal, signal } from "@preact/signals";
import { AckWatch } from "../ack-watch";
import { encodeFrame } from "../frames";
import { SendLog } from "../send-log";
import { TRACKS, type TrackSource } from "../source";
import type { Encoded, Outlet } from "../way";
import { BEGINS, ENDS, encodeAnnounce, encodeEnd, encodeFrameMessage, type TcpDown } from "./tcp-messages";

/** Behind a longer queue than this the rest of a picture's group is dropped. */
const MAX_PICTURE_QUEUE_MS = 1_000;
/** Behind a longer queue than this sound is dropped: it would be too late to be played. */
const MAX_SOUND_QUEUE_MS = 2_000;

/** How often the round trip is measured while sending. */
const PING_INTERVAL_MS = 300;

interface Open {
	/** The server's number for its subscription; null if there is none. */
	id: Signal<number | null>;
	/** The present group; null between groups. Numbers rise for as long as the connection lasts. */
	group: number | null;
	next: number;
}

/**
 * Sends over the WebSocket.
 *
 * What a WebSocket was given it sends, in that order; so what would only make everything later is not
 * given to it.
 */
export class TcpOutlet implements Outlet {
	readonly #socket: WebSocket;
	readonly #tracks = new Map<TrackSource, Open>();
	readonly #log = new SendLog();
	readonly #acks = new AckWatch();
	readonly #ping: () => Promise<void>;
	#answered = true;
	#askedAt = Number.NEGATIVE_INFINITY;

	/** @param ping - asks for an answer, which comes after all that was sent before has arrived */
	constructor(socket: WebSocket, ping: () => Promise<void>) {
		this.#socket = socket;
		this.#ping = ping;
		for (const source of TRACKS) this.#tracks.set(source, { id: signal(null), group: null, next: 0 });
		this.#say(encodeAnnounce());
	}

	isSubscribed(source: TrackSource): boolean {
		return typeof this.#tracks.get(source)?.id.value === "number";
	}

	/** Takes a message that subscribes or unsubscribes. */
	hear(message: Extract<TcpDown, { kind: "request" } | { kind: "release" }>): void {
		for (const [source, open] of this.#tracks) {
			if (message.kind === "request" ? source !== message.track : open.id.peek() !== message.id) continue;
			open.group = null;
			open.id.value = message.kind === "request" ? message.id : null;
		}
	}

	send(source: TrackSource, { timestamp, byteLength, copyTo, key }: Encoded): void {
		const open = this.#tracks.get(source);
		const id = open?.id.peek();
		if (open === undefined || typeof id !== "number") return;
		const sound = source === "microphone";
		const late = this.#age() > (sound ? MAX_SOUND_QUEUE_MS : MAX_PICTURE_QUEUE_MS);
		if (key || late) this.#endGroup(open, late && !key);
		if (late) return;
		if (key) open.group = open.next++;
		// The rest of a dropped group.
		if (open.group === null) return;
		const flags = (key ? BEGINS : 0) | (sound ? ENDS : 0);
		this.#say(encodeFrameMessage(id, open.group, flags, encodeFrame(timestamp, byteLength, copyTo)));
		if (sound) open.group = null;
	}

	endGroup(source: TrackSource): void {
		const open = this.#tracks.get(source);
		if (open) this.#endGroup(open, false);
	}

	backlog(): number | null {
		const now = performance.now();
		const isSending = [...this.#tracks.values()].some(({ id }) => id.peek() !== null);
		// What the system's own buffers hold shows only in the round trip.
		if (isSending && this.#answered && now - this.#askedAt > PING_INTERVAL_MS) {
			this.#askedAt = now;
			this.#answered = false;
			const answer = this.#ping().then(() => {
				this.#answered = true;
			});
			this.#acks.ended(answer, () => performance.now());
		}
		return isSending ? this.#age() : null;
	}

	#endGroup(open: Open, lost: boolean): void {
		const id = open.id.peek();
		if (open.group !== null && id !== null) this.#say(encodeEnd(id, open.group, lost));
		open.group = null;
	}

	#age(): number {
		const now = performance.now();
		return Math.max(this.#log.age(this.#socket.bufferedAmount, now), this.#acks.backlog(now) ?? 0);
	}

	#say(message: Uint8Array<ArrayBuffer>): void {
		if (this.#socket.readyState !== WebSocket.OPEN) return;
		this.#socket.send(message);
		this.#log.handed(message.byteLength, performance.now());
	}
}
