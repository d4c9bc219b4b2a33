import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { type Link, pause } from "@/link";
import { browserMemory } from "@/state";
import type { MediaDoor } from "@/wire/protocol";
import { PictureWay } from "./picture-way";
import type { MediaWay, WayName } from "./way";
import { isAlive } from "./ways/alive";
import { BlockedNetworks } from "./ways/blocked-networks";
import { connectMoq, hasWebTransport } from "./ways/moq-way";
import { type Connect, race } from "./ways/race";
import { connectTcp } from "./ways/tcp-way";

/** The state of the media connection. */
export type SessionStatus = "connecting" | "connected" | "lost";

const CONNECT_TIMEOUT_MS = 8_000;
/**
 * For how long UDP is tried alone. Where it works it needs less; where it is blocked, TCP follows
 * soon.
 */
const UDP_HEAD_START_MS = 500;
const MIN_BACKOFF_MS = 300;
const MAX_BACKOFF_MS = 1_500;
/** How often UDP is tried again while the connection goes over TCP. */
const UDP_RETRY_INTERVAL_MS = 5 * 60_000;
/** After this much silence the connection is pinged. */
const SILENCE_TIMEOUT_MS = 4_000;
/** The same while somebody's microphone is open, so that packets come all the time. */
const SOUND_SILENCE_TIMEOUT_MS = 1_000;
/** Without an answer within this time a parallel connection is tried. */
const PING_TIMEOUT_MS = 500;
/** The timeouts of parallel attempts: lost first packets are retransmitted ever more slowly. */
const PARALLEL_TIMEOUTS_MS = [1_500, 1_500, 4_000] as const;
const CHECK_INTERVAL_MS = 250;
/**
 * After this many failed attempts in a row, none is made while the seat's WebSocket is lost too.
 */
const MAX_TRIES = 3;
/** For how long a replaced connection stays open, so that players can move over without a gap. */
const LINGER_MS = 2_000;

/** A connection, and the attempt over UDP that may still replace it. */
interface Found {
	way: MediaWay;
	/** Null if UDP was not tried. */
	better: Promise<MediaWay | null> | null;
	/** The fingerprints of the certificates that UDP was tried with. */
	pins: string;
}

function letGo({ way, better }: Found): void {
	way.close();
	void better?.then((late) => late?.close());
}

/**
 * A seat's one media connection, over which it takes and sends everything, pictures apart where
 * that is better.
 *
 * It follows the media door of each `welcome`, comes back by itself, and ends with a goodbye. It
 * goes over UDP where that gets through and over TCP where it does not, and changes over when that
 * changes.
 */
export class MediaSession {
	/** Whether a player receives somebody's sound, so that packets are expected. */
	soundDue = false;
	readonly #link: Link;
	readonly #established = signal<MediaWay | null>(null);
	readonly #way = computed(() => this.#established.value?.name ?? null);
	readonly #status = signal<SessionStatus>("connecting");
	readonly #blocked = new BlockedNetworks(browserMemory());
	/** The only protocol that the page's address allows (`?way=`), for tests; null for either. */
	readonly #only: WayName | null;
	readonly #pictures: PictureWay;
	readonly #stops: (() => void)[];
	/** From the latest `welcome`. A renewed certificate is no reason to leave a connection. */
	#door: MediaDoor | null = null;
	/** Ends the pause before the next attempt. */
	#hurry: (() => void) | null = null;
	/** Failed attempts since the latest success, or since the seat's WebSocket came back. */
	#vain = 0;
	/** When the seat's WebSocket came back after a loss, by `performance.now()`. */
	#linkBackAt = Number.NEGATIVE_INFINITY;

	constructor(link: Link) {
		this.#link = link;
		this.#only = onlyWay(location.search);
		// Two `welcome`s may name the same door; the connection then stays.
		const ticket = computed(() => {
			const media = link.state.value.kind === "goodbye" ? undefined : link.welcome.value?.media;
			this.#door = media ?? null;
			return media === undefined ? null : JSON.stringify([media.url, media.tcp, media.network]);
		});
		this.#pictures = new PictureWay(this.#established, (stop) => this.#connect(connectMoq, stop));
		this.#stops = [() => this.#pictures.close(), effect(() => this.#follow(ticket.value)), this.#watchLink()];
	}

	/** The connection, while there is one. */
	get established(): ReadonlySignal<MediaWay | null> {
		return this.#established;
	}

	/** The choice of the connection for pictures. */
	get pictures(): PictureWay {
		return this.#pictures;
	}

	/** The protocol of the connection; null while there is none. */
	get way(): ReadonlySignal<WayName | null> {
		return this.#way;
	}

	/** The state of the connection. */
	get status(): ReadonlySignal<SessionStatus> {
		return this.#status;
	}

	/** Ends the connection for good. */
	close(): void {
		for (const stop of this.#stops) stop();
	}

	#follow(ticket: string | null): (() => void) | undefined {
		if (ticket === null) {
			this.#status.value = "lost";
			return undefined;
		}
		const over = new AbortController();
		this.#status.value = "connecting";
		void this.#keep(over.signal);
		return () => {
			over.abort();
			this.#established.value = null;
		};
	}

	/** Notes when the seat's WebSocket comes back, which is when the network does. */
	#watchLink(): () => void {
		let lost = false;
		const nudge = (): void => this.#hurry?.();
		addEventListener("online", nudge);
		const stop = effect(() => {
			const { kind } = this.#link.state.value;
			if (kind === "live" && lost) {
				this.#linkBackAt = performance.now();
				this.#vain = 0;
				nudge();
			}
			if (kind !== "connecting") lost = kind === "lost";
		});
		return () => {
			removeEventListener("online", nudge);
			stop();
		};
	}

	/** Keeps a connection up, reconnecting as needed, until `over` is aborted. */
	async #keep(over: AbortSignal): Promise<void> {
		for (let failures = 0; !over.aborted; failures++) {
			await this.#whileCut(over);
			// If neither protocol works, what is remembered about this network may be outdated.
			const blocked = this.#blocked.has(this.#network) && failures % 2 === 0;
			const found = await this.#find(over, blocked);
			if (over.aborted && found !== null) letGo(found);
			else if (found !== null) {
				const began = performance.now();
				await this.#live(found, over);
				// Only a connection that lasted resets the backoff.
				if (performance.now() - began > MAX_BACKOFF_MS) failures = 0;
			}
			if (over.aborted) return;
			this.#established.value = null;
			this.#status.value = "lost";
			const wait = Math.min(MAX_BACKOFF_MS, MIN_BACKOFF_MS * 2 ** Math.min(failures, 5));
			await this.#pause(wait * (0.5 + Math.random() / 2), over);
		}
	}

	/** Uses a connection, and any better one that is found, until it has ended. */
	async #live(first: Found, over: AbortSignal): Promise<void> {
		const ended = new Promise<null>((resolve) => {
			over.addEventListener("abort", () => resolve(null), { once: true });
		});
		let present = first;
		for (;;) {
			const { way } = present;
			this.#established.value = way;
			this.#status.value = "connected";
			if (way.name === "udp") this.#blocked.delete(this.#network);
			const done = new AbortController();
			const looking = this.#look(present, AbortSignal.any([over, done.signal]));
			const found = await Promise.race([looking, way.closed.then(() => null), ended]);
			done.abort();
			if (found === null) {
				// A connection found too late is closed.
				void looking.then((late) => late && letGo(late));
				way.close();
				return;
			}
			setTimeout(() => way.close(), LINGER_MS);
			present = found;
		}
	}

	/** Looks for a better connection than the present one. Null if `stop` is aborted first. */
	async #look({ way, better, pins: tried }: Found, stop: AbortSignal): Promise<Found | null> {
		let udp: MediaWay | null = null;
		let pins = tried;
		let tryUdpAt = way.name === "udp" ? Number.POSITIVE_INFINITY : performance.now() + UDP_RETRY_INTERVAL_MS;
		void better?.then((late) => {
			if (stop.aborted) late?.close();
			else if (late !== null) udp = late;
			// UDP was tried beside TCP, and failed.
			else if (way.name === "tcp" && tried === this.#pins) this.#blocked.add(this.#network);
		});
		let aliveAt = performance.now();
		let backAt = this.#linkBackAt;
		while (!stop.aborted) {
			await pause(CHECK_INTERVAL_MS, stop);
			const now = performance.now();
			if (way.name === "tcp" && pins !== this.#pins) {
				// UDP may have failed because of the old certificate.
				pins = this.#pins;
				tryUdpAt = now;
			}
			const isBack = this.#linkBackAt > backAt;
			const silent = now - Math.max(way.heardAt, aliveAt);
			const tooLong = this.#isSoundDue() ? SOUND_SILENCE_TIMEOUT_MS : SILENCE_TIMEOUT_MS;
			let found: Found | null = udp && { way: udp, better: null, pins };
			if (found === null && (isBack || silent > tooLong)) {
				backAt = this.#linkBackAt;
				found = await this.#inDoubt(way, stop);
				aliveAt = performance.now();
				// This may be another network than before.
				if (isBack) tryUdpAt = Math.min(tryUdpAt, aliveAt);
			} else if (found === null && now > tryUdpAt) {
				tryUdpAt = now + UDP_RETRY_INTERVAL_MS;
				const again = await race(this.#udp(), null, 0, stop).first;
				found = again && { way: again, better: null, pins };
			}
			if (found === null) continue;
			if (!stop.aborted) return found;
			letGo(found);
		}
		return null;
	}

	/**
	 * Handles silence: null if the connection turns out to be alive, else the first other one that
	 * works.
	 */
	async #inDoubt(way: MediaWay, stop: AbortSignal): Promise<Found | null> {
		const alive = new AbortController();
		const stopped = AbortSignal.any([stop, alive.signal]);
		void isAlive(way).then(() => alive.abort());
		await pause(PING_TIMEOUT_MS, stopped);
		for (let tries = 0; !stopped.aborted; tries++) {
			await this.#whileCut(stopped);
			const within = PARALLEL_TIMEOUTS_MS[tries % PARALLEL_TIMEOUTS_MS.length];
			const found = await this.#find(stopped, way.name === "tcp", within);
			if (found === null) await pause(CHECK_INTERVAL_MS, stopped);
			else if (!stopped.aborted) return found;
			else letGo(found);
		}
		return null;
	}

	/**
	 * Waits while tries are in vain and the seat's WebSocket is lost too, which looks for the
	 * network by requests.
	 *
	 * Tries over TCP are WebSockets, and each that fails makes all later ones of the page wait.
	 */
	async #whileCut(stop: AbortSignal): Promise<void> {
		while (this.#vain >= MAX_TRIES && this.#link.state.peek().kind === "lost" && !stop.aborted) {
			await this.#pause(Number.POSITIVE_INFINITY, stop);
		}
	}

	/** Whether an open microphone is received, so that packets are expected all the time. */
	#isSoundDue(): boolean {
		return this.soundDue && this.#link.state.peek().kind === "live";
	}

	/** The first connection that works; null if none does within the time or before `stop`. */
	async #find(stop: AbortSignal, tcpAlone: boolean, within = CONNECT_TIMEOUT_MS): Promise<Found | null> {
		const over = new AbortController();
		const end = (): void => over.abort();
		if (stop.aborted) end();
		stop.addEventListener("abort", end);
		const timer = setTimeout(end, within);
		const pins = this.#pins;
		const tcp = this.#tcp();
		const udp = tcpAlone && tcp !== null ? null : this.#udp();
		const { first, better } = race(udp, tcp, UDP_HEAD_START_MS, over.signal);
		const way = await first;
		if (!stop.aborted) this.#vain = way === null ? this.#vain + 1 : 0;
		// Once one has connected, the other attempt may take its time.
		stop.removeEventListener("abort", end);
		clearTimeout(timer);
		return way && { way, better: udp && better, pins };
	}

	#udp(): Connect | null {
		if (this.#only === "tcp" || !hasWebTransport()) return null;
		return (signal) => this.#connect(connectMoq, signal);
	}

	#tcp(): Connect | null {
		if (this.#only === "udp") return null;
		return (signal) => this.#connect(connectTcp, signal);
	}

	#connect(
		by: (door: MediaDoor, signal: AbortSignal) => Promise<MediaWay>,
		stop: AbortSignal,
	): Promise<MediaWay> {
		if (this.#door === null) return Promise.reject(new Error("no media door"));
		return by(this.#door, AbortSignal.any([stop, AbortSignal.timeout(CONNECT_TIMEOUT_MS)]));
	}

	/** The network that the seat comes from, as the server sees it. */
	get #network(): string {
		return this.#door?.network ?? "";
	}

	get #pins(): string {
		return this.#door?.fingerprints.join() ?? "";
	}

	/** Waits, or less if `#hurry` is called. */
	async #pause(milliseconds: number, over: AbortSignal): Promise<void> {
		const hurried = new AbortController();
		this.#hurry = () => hurried.abort();
		await pause(milliseconds, AbortSignal.any([over, hurried.signal]));
		this.#hurry = null;
	}
}

/** The protocol that a page's address asks for by `?way=tcp` or `?way=udp`. */
function onlyWay(search: string): WayName | null {
	const way = new URLSearchParams(search).get("way");
	return way === "tcp" || way === "udp" ? way : null;
}

const sessions = new WeakMap<Link, { session: MediaSession; holders: number }>();

/** The media session of a link, shared by all callers. Each has to call `releaseSession`. */
export function acquireSession(link: Link): MediaSession {
	const held = sessions.get(link) ?? { session: new MediaSession(link), holders: 0 };
	held.holders++;
	sessions.set(link, held);
	return held.session;
}

/** Releases the media session; the last release closes it. */
export function releaseSession(link: Link): void {
	const held = sessions.get(link);
	if (held === undefined || --held.holders > 0) return;
	sessions.delete(link);
	held.session.close();
}
