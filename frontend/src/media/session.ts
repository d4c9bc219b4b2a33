import { Connection } from "@moq/net";
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Link } from "@/link";
import type { MediaDoor } from "@/wire/protocol";

/** Where the media connection stands. */
export type SessionStatus = "connecting" | "connected" | "lost";

const CONNECT_WITHIN = 8_000;
const FIRST_WAIT = 300;
const LONGEST_WAIT = 2_000;

/**
 * A seat's one MoQ connection, over which it takes and sends everything.
 *
 * It follows the media door of each `welcome`, comes back by itself, and ends with a goodbye.
 */
export class MediaSession {
	readonly #established = signal<Connection.Established | null>(null);
	readonly #status = signal<SessionStatus>("connecting");
	readonly #stop: () => void;

	constructor(link: Link) {
		// Two welcomes may name one door; the connection then stays.
		const door = computed(() => {
			const media = link.state.value.kind === "goodbye" ? undefined : link.welcome.value?.media;
			return media === undefined ? null : JSON.stringify(media);
		});
		this.#stop = effect(() => {
			if (door.value === null) {
				this.#status.value = "lost";
				return undefined;
			}
			const over = new AbortController();
			this.#status.value = "connecting";
			void this.#keep(JSON.parse(door.value) as MediaDoor, over.signal);
			return () => {
				over.abort();
				this.#established.value = null;
			};
		});
	}

	/** The connection, while there is one. */
	get established(): ReadonlySignal<Connection.Established | null> {
		return this.#established;
	}

	/** Where the connection stands. */
	get status(): ReadonlySignal<SessionStatus> {
		return this.#status;
	}

	/** Ends the connection for good. */
	close(): void {
		this.#stop();
	}

	/** Connects, and connects again, until `over`. */
	async #keep(door: MediaDoor, over: AbortSignal): Promise<void> {
		const options: Connection.ConnectProps = {
			webtransport: { serverCertificateHashes: door.fingerprints.map((value) => ({ value })) },
			websocket: { enabled: false },
		};
		const ended = new Promise<void>((resolve) =>
			over.addEventListener("abort", () => resolve(), { once: true }),
		);
		for (let failures = 0; !over.aborted; failures++) {
			let connection: Connection.Established | null = null;
			try {
				const signal = AbortSignal.any([over, AbortSignal.timeout(CONNECT_WITHIN)]);
				connection = await Connection.connect(new URL(door.url), { ...options, signal });
				this.#established.value = connection;
				this.#status.value = "connected";
				const began = performance.now();
				await Promise.race([connection.closed, ended]);
				// A door that lets us in only to throw us out is not asked ever faster.
				if (performance.now() - began > LONGEST_WAIT) failures = 0;
			} catch {
				// Refused, unreachable or broken: tried again below, as all of them may pass.
			} finally {
				connection?.close();
			}
			if (over.aborted) return;
			this.#established.value = null;
			this.#status.value = "lost";
			const wait =
				Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures, 5)) * (0.5 + Math.random() / 2);
			await Promise.race([new Promise((resolve) => setTimeout(resolve, wait)), ended]);
		}
	}
}

const sessions = new WeakMap<Link, { session: MediaSession; holders: number }>();

/** The media session of a link, shared by all who ask for it. Give it back by `releaseSession`. */
export function acquireSession(link: Link): MediaSession {
	const held = sessions.get(link) ?? { session: new MediaSession(link), holders: 0 };
	held.holders++;
	sessions.set(link, held);
	return held.session;
}

/** Gives the media session back; the last one to do so ends it. */
export function releaseSession(link: Link): void {
	const held = sessions.get(link);
	if (held === undefined || --held.holders > 0) return;
	sessions.delete(link);
	held.session.close();
}
