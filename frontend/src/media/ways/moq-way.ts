import { Connection, type Group, Path } from "@moq/net";
import type { MediaDoor } from "@/wire/protocol";
import type { MediaWay, Outlet, TrackSink, TrackWanted } from "../way";
import { MoqOutlet } from "./moq-outlet";

/** A lost packet's group is still waited for, this long after a newer one exists, in milliseconds. */
const LATE_MOST = 500;

/** Whether this browser has what MoQ needs. */
export function hasWebTransport(): boolean {
	return "WebTransport" in globalThis && Connection.isWebTransportSupported();
}

/** Connects to a media door over UDP. Rejects where that fails, or when `signal` says to stop. */
export async function connectMoq(door: MediaDoor, signal: AbortSignal): Promise<MediaWay> {
	const connection = await Connection.connect(new URL(door.url), {
		webtransport: { serverCertificateHashes: door.fingerprints.map((value) => ({ value })) },
		websocket: { enabled: false },
		signal,
	});
	return new MoqWay(connection);
}

/** MoQ over WebTransport. */
class MoqWay implements MediaWay {
	readonly name = "udp";
	readonly closed: Promise<void>;
	readonly #connection: Connection.Established;
	#outlet: Outlet | null = null;
	#heardAt = performance.now();

	constructor(connection: Connection.Established) {
		this.#connection = connection;
		this.closed = connection.closed.catch(() => undefined);
	}

	get heardAt(): number {
		return this.#heardAt;
	}

	get outlet(): Outlet {
		this.#outlet ??= new MoqOutlet(this.#connection);
		return this.#outlet;
	}

	take({ path, source, priority }: TrackWanted, sink: TrackSink): () => void {
		const broadcast = this.#connection.consume(Path.from(path));
		const track = broadcast.track(source).subscribe({ priority, latencyMax: LATE_MOST });
		let left = false;
		const run = async (): Promise<void> => {
			try {
				for (;;) {
					const group = await track.recvGroup();
					if (group === undefined || left) break;
					void this.#read(group, sink, () => left);
				}
			} catch {
				// The server ended it.
			}
			track.close();
			broadcast.close();
			if (!left) sink.gone();
		};
		void run();
		return () => {
			left = true;
			track.close();
			broadcast.close();
		};
	}

	close(): void {
		this.#connection.close();
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
