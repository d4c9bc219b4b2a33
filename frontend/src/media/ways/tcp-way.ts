import type { MediaDoor } from "@/wire/protocol";
import type { MediaWay, Outlet, Subscription, TrackSink } from "../way";
import { isAlive } from "./alive";
import {
	BEGINS,
	decodeMessage,
	ENDS,
	encodeSubscribe,
	encodeUnsubscribe,
	GOES_ON,
	SUBPROTOCOL,
	type TcpDown,
} from "./tcp-messages";
import { TcpOutlet } from "./tcp-outlet";

/** Connects to a media door by a WebSocket. Rejects on failure, or when `signal` is aborted. */
export function connectTcp(door: MediaDoor, signal: AbortSignal): Promise<MediaWay> {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const socket = new WebSocket(door.tcp, SUBPROTOCOL);
		socket.binaryType = "arraybuffer";
		const fail = (): void => {
			signal.removeEventListener("abort", fail);
			socket.onopen = null;
			socket.onclose = null;
			socket.close();
			reject(signal.aborted ? signal.reason : new Error("no WebSocket to the media door"));
		};
		signal.addEventListener("abort", fail, { once: true });
		socket.onclose = fail;
		socket.onopen = () => {
			signal.removeEventListener("abort", fail);
			resolve(new TcpWay(socket));
		};
	});
}

interface Subscribed {
	sink: TrackSink;
	/** The groups that are being received, each with the parts of an incomplete frame. */
	groups: Map<number, Uint8Array[]>;
}

/** A connection that carries groups and frames in messages over one WebSocket. */
class TcpWay implements MediaWay {
	readonly name = "tcp";
	readonly closed: Promise<void>;
	readonly #socket: WebSocket;
	readonly #subscriptions = new Map<number, Subscribed>();
	#outlet: TcpOutlet | null = null;
	#ids = 0;
	#heardAt = performance.now();
	#received = 0;

	constructor(socket: WebSocket) {
		this.#socket = socket;
		this.closed = new Promise((resolve) => {
			socket.onclose = () => {
				this.#subscriptions.clear();
				resolve();
			};
		});
		socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
			this.#heardAt = performance.now();
			this.#received += data.byteLength;
			const message = decodeMessage(new Uint8Array(data));
			if (message !== null) this.#hear(message);
		};
	}

	get heardAt(): number {
		return this.#heardAt;
	}

	get received(): number {
		return this.#received;
	}

	get outlet(): Outlet {
		this.#outlet ??= new TcpOutlet(this.#socket, () => isAlive(this));
		return this.#outlet;
	}

	subscribe(wanted: Subscription, sink: TrackSink): () => void {
		const id = ++this.#ids;
		if (this.#socket.readyState !== WebSocket.OPEN) return () => undefined;
		this.#subscriptions.set(id, { sink, groups: new Map() });
		this.#socket.send(encodeSubscribe(id, wanted));
		return () => {
			if (this.#subscriptions.delete(id) && this.#socket.readyState === WebSocket.OPEN) {
				this.#socket.send(encodeUnsubscribe(id));
			}
		};
	}

	close(): void {
		this.#socket.close();
	}

	#hear(message: TcpDown): void {
		if (message.kind === "request" || message.kind === "release") {
			this.#outlet?.hear(message);
			return;
		}
		this.#hearTaken(message);
	}

	#hearTaken(message: Exclude<TcpDown, { kind: "request" } | { kind: "release" }>): void {
		const subscribed = this.#subscriptions.get(message.id);
		// The rest of a subscription that was ended.
		if (subscribed === undefined) return;
		const { sink, groups } = subscribed;
		if (message.kind === "gone") {
			this.#subscriptions.delete(message.id);
			sink.gone();
			return;
		}
		const { group } = message;
		if (message.kind === "frame") {
			if (message.flags & BEGINS && sink.begin(group)) groups.set(group, []);
			const parts = groups.get(group);
			if (parts === undefined) return;
			parts.push(message.payload);
			if (message.flags & GOES_ON) return;
			const payload = parts.length === 1 ? message.payload : joined(parts);
			parts.length = 0;
			if (!sink.frame(group, payload)) groups.delete(group);
			else if (message.flags & ENDS) {
				groups.delete(group);
				sink.end(group, false);
			}
		} else if (groups.delete(group)) sink.end(group, message.lost);
	}
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.byteLength;
	}
	return whole;
}
