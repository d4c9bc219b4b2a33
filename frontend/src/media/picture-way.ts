import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { pause } from "@/link";
import type { MediaWay } from "./way";
import { isAlive } from "./ways/alive";
import type { Connect } from "./ways/race";

/**
 * After this much silence the connection is pinged; without an answer within the timeout it is
 * replaced.
 */
const SILENCE_TIMEOUT_MS = 2_000;
const PING_TIMEOUT_MS = 2_000;
const CHECK_INTERVAL_MS = 500;
const RETRY_DELAY_MS = 5_000;
/** For how long a replaced connection stays open, so that players can move over without a gap. */
const LINGER_MS = 2_000;

/** Decides over which connection pictures come: the main one, or a second one of their own. */
export class PictureWay {
	/**
	 * Whether pictures should have a connection of their own, provided that the main one goes over
	 * UDP.
	 */
	readonly apart: Signal<boolean> = signal(false);
	readonly #own = signal<MediaWay | null>(null);
	readonly #way: ReadonlySignal<MediaWay | null>;
	readonly #connect: Connect;
	readonly #stop: () => void;

	/**
	 * @param main - the one for everything
	 * @param connect - makes another over UDP
	 */
	constructor(main: ReadonlySignal<MediaWay | null>, connect: Connect) {
		this.#connect = connect;
		this.#way = computed(() => main.value && (this.#own.value ?? main.value));
		this.#stop = effect(() => {
			if (!this.apart.value || main.value?.name !== "udp") return undefined;
			const over = new AbortController();
			void this.#keep(over.signal);
			return () => over.abort();
		});
	}

	/** The connection from which pictures are to be taken; null while there is none. */
	get way(): ReadonlySignal<MediaWay | null> {
		return this.#way;
	}

	/** Closes the second connection. */
	close(): void {
		this.#stop();
	}

	/** Keeps the second connection up, reconnecting as needed, until `over` is aborted. */
	async #keep(over: AbortSignal): Promise<void> {
		for (; !over.aborted; await pause(RETRY_DELAY_MS, over)) {
			const way = await this.#connect(over).catch(() => null);
			if (way === null) continue;
			if (!over.aborted) {
				this.#own.value = way;
				await this.#whileAlive(way, over);
				this.#own.value = null;
			}
			setTimeout(() => way.close(), LINGER_MS);
		}
	}

	async #whileAlive(way: MediaWay, over: AbortSignal): Promise<void> {
		const done = new AbortController();
		const stop = AbortSignal.any([over, done.signal]);
		void way.closed.then(() => done.abort());
		while (!stop.aborted) {
			await pause(CHECK_INTERVAL_MS, stop);
			if (performance.now() - way.heardAt < SILENCE_TIMEOUT_MS) continue;
			const answered = isAlive(way).then(() => true);
			if (!(await Promise.race([answered, pause(PING_TIMEOUT_MS, stop).then(() => false)]))) return;
		}
	}
}
