import { type Connection, type Group, Path } from "@moq/net";
import { decodeFrame, type MediaFrame } from "./frames";
import { GroupOrder, type Patience } from "./group-order";
import type { Source } from "./source";

/** A lost packet's group is still waited for, this long after a newer one exists, in milliseconds. */
const LATE_MOST = 500;
const RETRY_AFTER = 250;

/** A frame in its place: whether it begins a group, which is where decoding can begin. */
export interface PlacedFrame extends MediaFrame {
	first: boolean;
}

/** Who is told what a track brings. */
export interface TrackListener {
	/** The next frame in order. */
	frame(frame: PlacedFrame): void;
	/** A frame came so many milliseconds after its group had been given up. */
	late?(ms: number): void;
}

/** Where a track is, and how it is taken. */
export interface TrackWanted {
	connection: Connection.Established;
	path: string;
	source: Source;
	/** Higher goes first where there is not room for all. */
	priority: number;
	patience: Patience;
}

/** Takes a track and gives out its frames in order, until `close`. */
export class TrackReader {
	readonly #wanted: TrackWanted;
	readonly #listener: TrackListener;
	#order: GroupOrder<PlacedFrame>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#closed = false;
	#release: (() => void) | null = null;

	constructor(wanted: TrackWanted, listener: TrackListener) {
		this.#wanted = wanted;
		this.#listener = listener;
		this.#order = new GroupOrder(wanted.patience);
		void this.#run();
	}

	/** Takes no more; the listener hears nothing after this. */
	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#release?.();
	}

	async #run(): Promise<void> {
		const { connection, path, source, priority } = this.#wanted;
		while (!this.#closed) {
			const broadcast = connection.consume(Path.from(path));
			const track = broadcast.track(source).subscribe({ priority, latencyMax: LATE_MOST });
			this.#release = () => {
				track.close();
				broadcast.close();
			};
			try {
				for (;;) {
					const group = await track.recvGroup();
					if (group === undefined || this.#closed) break;
					void this.#read(group);
				}
			} catch {
				// The server ended it. If the view still names it, another try finds it again.
			}
			this.#release();
			if (this.#closed) return;
			await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
			this.#order = new GroupOrder(this.#wanted.patience);
		}
	}

	async #read(group: Group.Consumer): Promise<void> {
		const order = this.#order;
		const { sequence } = group;
		if (!order.begin(sequence)) {
			this.#tellLate(order);
			group.close();
			return;
		}
		let first = true;
		try {
			for (;;) {
				const frame = await group.readFrame();
				if (frame === undefined || this.#closed) break;
				const media = decodeFrame(frame.payload);
				if (media === null) continue;
				const now = performance.now();
				if (!order.push(sequence, { ...media, first }, now)) {
					this.#tellLate(order);
					group.close();
					break;
				}
				first = false;
				this.#give(order);
			}
		} catch {
			// The rest of this group is lost.
		}
		order.end(sequence);
		this.#give(order);
	}

	#tellLate(order: GroupOrder<PlacedFrame>): void {
		const ms = performance.now() - order.skippedAt;
		// What is older by far is the rest of something else.
		if (ms < LATE_MOST) this.#listener.late?.(ms);
	}

	#give(order: GroupOrder<PlacedFrame>): void {
		if (this.#closed || order !== this.#order) return;
		clearTimeout(this.#timer);
		const now = performance.now();
		for (let frame = order.next(now); frame !== undefined; frame = order.next(now))
			this.#listener.frame(frame);
		const wait = order.wait(now);
		if (wait !== null) this.#timer = setTimeout(() => this.#give(order), wait + 1);
	}
}
