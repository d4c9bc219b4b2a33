import type { MediaDoor } from "@/wire/protocol";

/** How long a transport may take to open, in milliseconds: a distant server needs more than one round trip. */
const OPEN_TIMEOUT_MS = 4_000;

/** TAKE of a stream that nobody has, by the media socket's protocol: its answer says that both ways go. */
const TAKE_NOTHING = new Uint8Array([1, 1, 0, ...text("nothing"), ...text("nothing")]);
const GONE = 0x13;

function text(words: string): number[] {
	return [words.length, ...new TextEncoder().encode(words)];
}

/** Milliseconds that it took to open a connection over UDP; null where that does not go. */
export async function probeUdp(door: MediaDoor): Promise<number | null> {
	if (!("WebTransport" in globalThis)) return null;
	const began = performance.now();
	try {
		const hashes = door.fingerprints.map((hex) => ({ algorithm: "sha-256", value: bytesOf(hex) }));
		const transport = new WebTransport(
			door.url,
			hashes.length > 0 ? { serverCertificateHashes: hashes } : {},
		);
		// Ended before it began, or by us: both are known already.
		transport.closed.catch(() => undefined);
		try {
			await within(transport.ready);
			return performance.now() - began;
		} finally {
			transport.close();
		}
	} catch {
		return null;
	}
}

/** Milliseconds that it took to get an answer over the media's WebSocket; null where that does not go. */
export async function probeTcp(door: MediaDoor): Promise<number | null> {
	const began = performance.now();
	let socket: WebSocket | null = null;
	try {
		const opened = new WebSocket(door.tcp, "hemicycle-media-1");
		socket = opened;
		opened.binaryType = "arraybuffer";
		await within(
			new Promise<void>((resolve, reject) => {
				opened.onopen = () => opened.send(TAKE_NOTHING);
				opened.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
					if (new Uint8Array(data)[0] === GONE) resolve();
				};
				opened.onclose = reject;
			}),
		);
		return performance.now() - began;
	} catch {
		return null;
	} finally {
		if (socket) {
			socket.onclose = null;
			socket.close();
		}
	}
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function within<T>(promise: Promise<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new DOMException("too late", "TimeoutError")), OPEN_TIMEOUT_MS);
		promise.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
