import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Link } from "@/link";
import type { MediaDoor } from "@/wire/protocol";
import { browserMemory } from "./browser-memory";
import type { MediaWay, WayName } from "./way";
import { BlockedNetworks } from "./ways/blocked-networks";
import { connectMoq, hasWebTransport, proveUdp } from "./ways/moq-way";
import { type Connect, race } from "./ways/race";
import { connectTcp } from "./ways/tcp-way";

/** Where the media connection stands. */
export type SessionStatus = "connecting" | "connected" | "lost";

const CONNECT_WITHIN = 8_000;
/** So long UDP is tried alone. Where it works it needs less; where it is blocked, nobody waits for it. */
const HEAD_START = 500;
const FIRST_WAIT = 300;
const LONGEST_WAIT = 1_500;
/** Over TCP, how often it is tried whether UDP has come to work, in milliseconds. */
const TRY_UDP_EVERY = 5 * 60_000;
/** With nothing heard for so long though somebody's microphone is open, UDP may have been blocked. */
const SILENT_TOO_LONG = 2_000;
/** So much longer than TCP may UDP then take to show that it is not. */
const DOUBT_FOR = 1_000;
const DOUBT_AGAIN_FIRST = 10_000;
const DOUBT_AGAIN_MOST = 160_000;
const LOOK_EVERY = 500;
/** A way that was left is still there for so long, so that players change over without a break. */
const LINGER = 2_000;

/**
 * A seat's one media connection, over which it takes and sends everything.
 *
 * It follows the media door of each `welcome`, comes back by itself, and ends with a goodbye. It goes over
 * UDP where that gets through and over TCP where it does not, and changes over when that changes.
 */
export class MediaSession {
	readonly #link: Link;
	readonly #established = signal<MediaWay | null>(null);
	readonly #way = computed(() => this.#established.value?.name ?? null);
	readonly #status = signal<SessionStatus>("connecting");
	readonly #blocked = new BlockedNetworks(browserMemory());
	/** The one way that the page's address allows (`?way=`), for trying it out; null: either. */
	readonly #only: WayName | null;
	readonly #stops: (() => void)[];
	/** As the latest `welcome` has it: a certificate that is renewed is no reason to leave a connection. */
	#door: MediaDoor | null = null;
	/** Ends the pause before the next try. */
	#hurry: (() => void) | null = null;
	/** When the seat's WebSocket came back after a loss, by `performance.now()`. */
	#linkBackAt = Number.NEGATIVE_INFINITY;

	constructor(link: Link) {
		this.#link = link;
		this.#only = onlyWay(location.search);
		// Two welcomes may name one door; the connection then stays.
		const ticket = computed(() => {
			const media = link.state.value.kind === "goodbye" ? undefined : link.welcome.value?.media;
			this.#door = media ?? null;
			return media === undefined ? null : JSON.stringify([media.url, media.tcp, media.network]);
		});
		this.#stops = [effect(() => this.#follow(ticket.value)), this.#watchLink()];
	}

	/** The connection, while there is one. */
	get established(): ReadonlySignal<MediaWay | null> {
		return this.#established;
	}

	/** Over what the connection goes; null while there is none. */
	get way(): ReadonlySignal<WayName | null> {
		return this.#way;
	}

	/** Where the connection stands. */
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
				nudge();
			}
			if (kind !== "connecting") lost = kind === "lost";
		});
		return () => {
			removeEventListener("online", nudge);
			stop();
		};
	}

	/** Connects, and connects again, until `over`. */
	async #keep(over: AbortSignal): Promise<void> {
		for (let failures = 0; !over.aborted; failures++) {
			// Where neither comes through, what was remembered of this network may be true no more.
			const blocked = this.#blocked.has(this.#network) && failures % 2 === 0;
			const { first, better } = this.#race(over, blocked);
			const way = await first;
			if (over.aborted || way === null) {
				way?.close();
				void better.then((late) => late?.close());
			} else {
				const began = performance.now();
				await this.#live(way, better, over);
				// A door that lets us in only to throw us out is not asked ever faster.
				if (performance.now() - began > LONGEST_WAIT) failures = 0;
			}
			if (over.aborted) return;
			this.#established.value = null;
			this.#status.value = "lost";
			const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures, 5));
			await this.#pause(wait * (0.5 + Math.random() / 2), over);
		}
	}

	/** Stays connected by a way, or by a better one that comes up, until it has ended. */
	async #live(first: MediaWay, better: Promise<MediaWay | null>, over: AbortSignal): Promise<void> {
		const ended = new Promise<null>((resolve) => {
			over.addEventListener("abort", () => resolve(null), { once: true });
		});
		let way = first;
		let next = better;
		for (;;) {
			this.#established.value = way;
			this.#status.value = "connected";
			const done = new AbortController();
			const stop = AbortSignal.any([over, done.signal]);
			const looking = next.then((found) => found ?? this.#look(way, stop));
			const found = await Promise.race([looking, way.closed.then(() => null), ended]);
			done.abort();
			if (found === null) {
				// What is found too late is of no use any more.
				void looking.then((late) => late?.close());
				way.close();
				return;
			}
			const left = way;
			setTimeout(() => left.close(), LINGER);
			if (found.name === "udp") this.#blocked.delete(this.#network);
			way = found;
			next = Promise.resolve(null);
		}
	}

	/** Looks for a way that is better than the present one. Null: `stop` came first. */
	async #look(way: MediaWay, stop: AbortSignal): Promise<MediaWay | null> {
		if (way.name === "tcp" && this.#udp() !== null) this.#blocked.add(this.#network);
		let doubtAt = 0;
		let doubtAgain = DOUBT_AGAIN_FIRST;
		let tryUdpAt = performance.now() + TRY_UDP_EVERY;
		let backAt = this.#linkBackAt;
		let soundDueSince = Number.POSITIVE_INFINITY;
		for (;;) {
			await pause(LOOK_EVERY, stop);
			if (stop.aborted) return null;
			const now = performance.now();
			soundDueSince = this.#isSoundDue() ? Math.min(soundDueSince, now) : Number.POSITIVE_INFINITY;
			const silentFor = now - Math.max(way.heardAt, soundDueSince);
			let found: MediaWay | null = null;
			if (this.#linkBackAt > backAt) {
				backAt = this.#linkBackAt;
				found = await this.#afterLoss(way, stop);
			} else if (way.name === "udp" && now > doubtAt && silentFor > SILENT_TOO_LONG) {
				doubtAt = now + doubtAgain;
				doubtAgain = Math.min(DOUBT_AGAIN_MOST, 2 * doubtAgain);
				found = await this.#inDoubt(way, stop);
			} else if (way.name === "tcp" && now > tryUdpAt) {
				tryUdpAt = now + TRY_UDP_EVERY;
				found = await race(this.#udp(), null, 0, stop).first;
			}
			if (found === null) continue;
			if (!stop.aborted) return found;
			found.close();
		}
	}

	/** The network was away: unless the connection has lived through that, there is a new one. */
	async #afterLoss(way: MediaWay, stop: AbortSignal): Promise<MediaWay | null> {
		const { first, better } = this.#race(stop, way.name === "tcp");
		const found = await first;
		void better.then((late) => late?.close());
		if (found === null || way.heardAt <= this.#linkBackAt) return found;
		found.close();
		return null;
	}

	/** Nothing comes over UDP: TCP, unless UDP still gets through and there is just nothing to hear. */
	async #inDoubt(way: MediaWay, stop: AbortSignal): Promise<MediaWay | null> {
		const [door, tcp] = [this.#door, this.#tcp()];
		if (door === null || tcp === null) return null;
		const proven = proveUdp(door, AbortSignal.any([stop, AbortSignal.timeout(CONNECT_WITHIN)])).then(
			() => true,
			() => false,
		);
		const began = performance.now();
		const found = await race(null, tcp, 0, stop).first;
		const gone = pause(DOUBT_FOR, stop).then(() => false);
		if (found === null) return null;
		if (!(await Promise.race([proven, gone])) && way.heardAt < began) return found;
		found.close();
		return null;
	}

	/** Whether somebody else's microphone is open, so that there is always something to hear. */
	#isSoundDue(): boolean {
		if (this.#link.state.peek().kind !== "live") return false;
		const me = this.#link.welcome.peek()?.seat;
		const streams = this.#link.view.peek()?.streams ?? {};
		return Object.entries(streams).some(([seat, { microphone }]) => seat !== me && microphone !== undefined);
	}

	#race(stop: AbortSignal, tcpAlone: boolean): ReturnType<typeof race> {
		const tcp = this.#tcp();
		const udp = tcpAlone && tcp !== null ? null : this.#udp();
		return race(udp, tcp, HEAD_START, stop);
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
		return by(this.#door, AbortSignal.any([stop, AbortSignal.timeout(CONNECT_WITHIN)]));
	}

	/** The network that the seat comes from, as the server sees it. */
	get #network(): string {
		return this.#door?.network ?? "";
	}

	/** Waits, unless there is reason to hurry. */
	async #pause(milliseconds: number, over: AbortSignal): Promise<void> {
		const hurried = new AbortController();
		this.#hurry = () => hurried.abort();
		await pause(milliseconds, AbortSignal.any([over, hurried.signal]));
		this.#hurry = null;
	}
}

/** The way that a page's address asks for by `?way=tcp` or `?way=udp`. */
function onlyWay(search: string): WayName | null {
	const way = new URLSearchParams(search).get("way");
	return way === "tcp" || way === "udp" ? way : null;
}

/** Waits, until `stop` at the longest. */
function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (stop.aborted) {
			resolve();
			return;
		}
		const end = (): void => {
			clearTimeout(timer);
			stop.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		stop.addEventListener("abort", end);
	});
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
