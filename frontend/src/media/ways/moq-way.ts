import { Connection, type Group, Path } from "@moq/net";
import type { MediaDoor } from "@/wire/protocol";
import { AckWatch } from "../ack-watch";
import type { MediaWay, Outlet, Subscription, TrackSink } from "../way";
import { MoqOutlet } from "./moq-outlet";

/** How long a group is still awaited after a newer one exists. */
const MAX_LATE_MS = 500;
/** The same for a group that is wanted alone. */
const MAX_LATE_SINGLE_MS = 10_000;
/** The versions of moq-lite that the library speaks, the newest first. */
const PROTOCOLS = ["moq-lite-05", "moq-lite-04", "moq-lite-03"];

/** Whether this browser has what MoQ needs. */
export function hasWebTransport(): boolean {
	return "WebTransport" in globalThis && Connection.isWebTransportSupported();
}

/** Connects to a media door over UDP. Rejects on failure, or when `signal` is aborted. */
export async function connectMoq(door: MediaDoor, signal: AbortSignal): Promise<MediaWay> {
	signal.throwIfAborted();
	const options: WebTransportOptions & { allowPooling: boolean; protocols: string[] } = {
		allowPooling: false,
		congestionControl: "low-latency",
		protocols: PROTOCOLS,
	};
	if (door.fingerprints.length > 0) {
		options.serverCertificateHashes = door.fingerprints.map((value) => ({
			algorithm: "sha-256",
			value: Uint8Array.from(value.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
		}));
	}
	const transport = new WebTransport(door.url, options);
	transport.closed.catch(() => undefined);
	const stop = (): void => transport.close();
	signal.addEventListener("abort", stop, { once: true });
	try {
		await transport.ready;
	} finally {
		signal.removeEventListener("abort", stop);
	}
	const acks = watchAcks(transport);
	const opening = watchOpening(transport);
	const received = countReceived(transport);
	return new MoqWay(
		await Connection.connect(new URL(door.url), { transport, signal }),
		acks,
		received,
		opening,
	);
}

/**
 * Keeps in mind which streams are being opened. Resolves when none is.
 *
 * The library opens some at its beginning, and logs it as a fault of its own where they are cut
 * short.
 */
function watchOpening(transport: WebTransport): () => Promise<unknown> {
	const opening = new Set<Promise<unknown>>();
	const watch = <Stream>(stream: Promise<Stream>): Promise<Stream> => {
		opening.add(stream);
		const done = () => opening.delete(stream);
		stream.then(done, done);
		return stream;
	};
	const one = transport.createUnidirectionalStream.bind(transport);
	const both = transport.createBidirectionalStream.bind(transport);
	transport.createUnidirectionalStream = (options) => watch(one(options));
	transport.createBidirectionalStream = (options) => watch(both(options));
	return () => Promise.allSettled(opening);
}

/** Counts the bytes of groups as they arrive: a frame is only delivered when it is complete. */
function countReceived(transport: WebTransport): () => number {
	let bytes = 0;
	watchReads(transport.incomingUnidirectionalStreams, (stream: ReadableStream<Uint8Array>) =>
		watchReads(stream, (chunk) => {
			bytes += chunk.byteLength;
		}),
	);
	return () => bytes;
}

/** Calls `look` with everything that is read from a stream. */
function watchReads<Chunk>(stream: ReadableStream<Chunk>, look: (chunk: Chunk) => void): void {
	const getReader = stream.getReader.bind(stream) as () => ReadableStreamDefaultReader<Chunk>;
	const watched = (): ReadableStreamDefaultReader<Chunk> => {
		const reader = getReader();
		const read = reader.read.bind(reader);
		reader.read = async () => {
			const result = await read();
			if (!result.done) look(result.value);
			return result;
		};
		return reader;
	};
	stream.getReader = watched as typeof stream.getReader;
}

/**
 * Sees to it that the ends of streams are watched.
 *
 * No browser tells yet how much waits to be sent (`getStats`), nor how the library's streams fare.
 */
function watchAcks(transport: WebTransport): AckWatch {
	const acks = new AckWatch();
	const open = transport.createUnidirectionalStream.bind(transport);
	transport.createUnidirectionalStream = async (options) => {
		const stream = await open(options);
		const getWriter = stream.getWriter.bind(stream);
		stream.getWriter = () => {
			const writer = getWriter();
			const close = writer.close.bind(writer);
			writer.close = () => {
				const closed = close();
				acks.ended(closed, () => performance.now());
				return closed;
			};
			return writer;
		};
		return stream;
	};
	return acks;
}

/** A connection by MoQ over WebTransport. */
class MoqWay implements MediaWay {
	readonly name = "udp";
	readonly closed: Promise<void>;
	readonly #connection: Connection.Established;
	readonly #acks: AckWatch;
	#outlet: Outlet | null = null;
	#heardAt = performance.now();
	readonly #received: () => number;
	readonly #opening: () => Promise<unknown>;

	constructor(
		connection: Connection.Established,
		acks: AckWatch,
		received: () => number,
		opening: () => Promise<unknown>,
	) {
		this.#opening = opening;
		this.#received = received;
		this.#connection = connection;
		this.#acks = acks;
		this.closed = connection.closed.catch(() => undefined);
	}

	get heardAt(): number {
		return this.#heardAt;
	}

	get received(): number {
		return this.#received();
	}

	get outlet(): Outlet {
		this.#outlet ??= new MoqOutlet(this.#connection, this.#acks);
		return this.#outlet;
	}

	subscribe({ path, source, priority, once }: Subscription, sink: TrackSink): () => void {
		const broadcast = this.#connection.consume(Path.from(path));
		const wanted = { priority, latencyMax: once ? MAX_LATE_SINGLE_MS : MAX_LATE_MS };
		const track = broadcast.track(source).subscribe(wanted);
		let left = false;
		const run = async (): Promise<void> => {
			try {
				for (;;) {
					const group = await track.recvGroup();
					if (group === undefined || left) break;
					if (once) track.update({ ...wanted, endGroup: group.sequence });
					void this.#read(group, sink, () => left);
				}
			} catch {
				// The server has ended it.
			}
			track.close();
			broadcast.close();
			if (left) return;
			this.#heardAt = performance.now();
			sink.gone();
		};
		void run();
		return () => {
			left = true;
			track.close();
			broadcast.close();
		};
	}

	close(): void {
		void this.#opening().then(() => this.#connection.close());
	}

	async #read(group: Group.Consumer, sink: TrackSink, left: () => boolean): Promise<void> {
		const { sequence } = group;
		let lost = false;
		let wanted = sink.begin(sequence);
		try {
			while (wanted) {
				const frame = await group.readFrame();
				if (frame === undefined || left()) break;
				this.#heardAt = performance.now();
				wanted = sink.frame(sequence, frame.payload);
			}
		} catch {
			lost = true;
		}
		group.close();
		if (!left()) sink.end(sequence, lost);
	}
}
