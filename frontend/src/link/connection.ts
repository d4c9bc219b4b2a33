import { type ReadonlySignal, signal } from "@preact/signals";
import type { Down, Goodbye, Pong, Up } from "@/wire/protocol";
import { backoff, connectTimeout } from "./backoff";
import { ServerClock } from "./clock";
import type { LinkState } from "./port";
import { untilThere } from "./reach";
import { watchSleep } from "./sleep-watch";
import type { Timings } from "./timings";

/** So many WebSockets are tried in a row; from then on one waits until the server is there. */
const DIRECT_TRIES = 3;

/** What a connection tells of. */
export interface ConnectionEvents {
	/** A message came, of whatever type. */
	received(message: Down): void;
	/** What was sent and not answered will not be answered any more. */
	dropped(): void;
}

/**
 * A WebSocket that is made anew whenever it is lost, until `close` or until the server says goodbye for good.
 *
 * It finds out by pings whether the server is there, and by their answers what its clock says.
 */
export class Connection {
	readonly clock = new ServerClock();
	readonly #url: string;
	readonly #events: ConnectionEvents;
	readonly #timings: Readonly<Timings>;
	readonly #state = signal<LinkState>({ kind: "connecting" });
	readonly #pings = new Map<number, number>();
	readonly #stopWatch: () => void;
	#socket: WebSocket | null = null;
	/** Ends the waiting until the server is there. */
	#reaching = new AbortController();
	/** Whether the seat was ever let in. */
	#entered = false;
	#pingId = 0;
	#failures = 0;
	#closed = false;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#heartbeat: ReturnType<typeof setTimeout> | undefined;
	#deadline: ReturnType<typeof setTimeout> | undefined;

	constructor(url: string, events: ConnectionEvents, timings: Readonly<Timings>) {
		this.#url = url;
		this.#events = events;
		this.#timings = timings;
		addEventListener("online", this.#hurry);
		document.addEventListener("visibilitychange", this.#hurry);
		this.#stopWatch = watchSleep(this.#hurry);
		this.#connect();
	}

	/** Where the connection stands. */
	get state(): ReadonlySignal<LinkState> {
		return this.#state;
	}

	/** Sends a message where there is a socket to send it by. */
	send(message: Up): void {
		if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
	}

	/** The server has let the seat in, and says that it is `now`. */
	entered(now: number): void {
		this.#entered = true;
		this.#failures = 0;
		this.clock.restart(now);
		this.#state.value = { kind: "live" };
		this.#ping();
	}

	/** Connects anew, because something was missed; a fresh `welcome` has everything. */
	renew(): void {
		this.#failures = 0;
		this.#lose();
	}

	/** Connects again after a goodbye for good. */
	rejoin(): void {
		const state = this.#state.peek();
		if (this.#closed || state.kind !== "goodbye" || state.reason === "sent_out") return;
		this.#failures = 0;
		this.#state.value = { kind: "connecting" };
		this.#connect();
	}

	/** Ends the connection. */
	close(): void {
		this.#closed = true;
		removeEventListener("online", this.#hurry);
		document.removeEventListener("visibilitychange", this.#hurry);
		this.#stopWatch();
		this.#drop();
	}

	#connect(): void {
		this.#drop();
		if (this.#failures < DIRECT_TRIES) {
			this.#open();
			return;
		}
		this.#reaching = new AbortController();
		const { signal } = this.#reaching;
		void untilThere(this.#url, signal).then(() => {
			if (!signal.aborted) this.#open();
		});
	}

	#open(): void {
		const socket = new WebSocket(this.#url);
		this.#socket = socket;
		socket.onmessage = ({ data }: MessageEvent<string>) => {
			if (socket === this.#socket) this.#receive(JSON.parse(data) as Down);
		};
		socket.onclose = () => {
			if (socket === this.#socket) this.#lose();
		};
		const timeout = this.#entered
			? connectTimeout(this.#failures, document.hidden)
			: this.#timings.firstConnectTimeout;
		this.#deadline = setTimeout(() => this.#lose(), timeout);
	}

	/** Lets go of the socket and of everything that waits for it. */
	#drop(): void {
		clearTimeout(this.#retry);
		clearTimeout(this.#heartbeat);
		this.#heard();
		this.#reaching.abort();
		this.#pings.clear();
		const socket = this.#socket;
		this.#socket = null;
		socket?.close();
		this.#events.dropped();
	}

	#lose(): void {
		this.#drop();
		const state = this.#state.peek();
		// For good: nothing brings the seat back but the person.
		if (this.#closed || (state.kind === "goodbye" && state.reason !== "sent_out")) return;
		const wait = backoff(this.#failures++, Math.random(), document.hidden, this.#timings);
		this.#retry = setTimeout(() => this.#connect(), wait);
		// Somebody who was sent out stays told so while we look whether they have been let in.
		if (state.kind === "goodbye") return;
		const now = this.clock.now();
		this.#state.value = {
			kind: "lost",
			since: state.kind === "lost" ? state.since : now,
			retryAt: now + wait,
		};
	}

	/** The network is back, or somebody looks at the page: no reason to wait any longer. */
	readonly #hurry = (): void => {
		if (document.hidden) return;
		const { kind } = this.#state.peek();
		if (kind === "live") {
			this.#heard();
			this.#ping(this.#timings.answerTimeoutInDoubt);
		} else if (kind === "lost") {
			this.#failures = 0;
			this.#connect();
		}
	};

	/** Something came: whoever is waited for is alive. */
	#heard(): void {
		clearTimeout(this.#deadline);
		this.#deadline = undefined;
	}

	#receive(message: Down): void {
		this.#heard();
		if (message.type === "pong") this.#pong(message);
		else if (message.type === "goodbye") this.#leave(message);
		this.#events.received(message);
	}

	#leave({ reason }: Goodbye): void {
		if (reason === "too_slow") {
			this.#lose();
			return;
		}
		this.#state.value = { kind: "goodbye", reason };
		// Somebody sent out waits here to be let in; the other goodbyes are for good.
		if (reason === "sent_out") this.#ping();
		else this.#drop();
	}

	#pong({ id, now }: Pong): void {
		const asked = this.#pings.get(id);
		this.#pings.delete(id);
		if (asked !== undefined) this.clock.answered(now, asked);
	}

	/** Asks for a sign of life, and goes on asking. */
	#ping(timeout?: number): void {
		clearTimeout(this.#heartbeat);
		const { hidden } = document;
		const timings = this.#timings;
		const id = ++this.#pingId;
		this.#pings.set(id, this.clock.local());
		this.send({ type: "ping", id });
		// While one answer is waited for, another question gives no more time for it.
		this.#deadline ??= setTimeout(
			() => this.#lose(),
			timeout ?? (hidden ? timings.answerTimeoutHidden : timings.answerTimeout),
		);
		this.#heartbeat = setTimeout(
			() => this.#ping(),
			hidden ? timings.pingIntervalHidden : timings.pingInterval,
		);
	}
}
