import type { ReadonlySignal } from "@preact/signals";
import type { Down, GoodbyeReason, Ping, RefusalCode, Up } from "@/wire/protocol";

/** Where the seat's connection stands. Times are milliseconds by the server's clock. */
export type LinkState =
	| { kind: "connecting" }
	| { kind: "live" }
	| { kind: "lost"; since: number; retryAt: number }
	| { kind: "goodbye"; reason: GoodbyeReason };

/** Why a request was not carried out; `lost` where the connection was lost before the answer came. */
export interface Refusal {
	code: RefusalCode | "lost";
	/** In English. Pages say it in their own language by the code. */
	sentence: string;
}

type Answered = Exclude<Extract<Up, { id: number }>, Ping>;
type WithoutId<Message> = Message extends unknown ? Omit<Message, "id"> : never;

/** A message that the server answers by `done` or `refused`; the link gives it its id. */
export type RequestMessage = WithoutId<Answered>;

/** A message that the server does not answer. */
export type PlainMessage = Exclude<Up, { id: number }>;

/** What comes down under a type. */
export type DownOf<Type extends Down["type"]> = Extract<Down, { type: Type }>;

/** What a subject needs of the link: to send, to be told, and to know whether there is a connection. */
export interface Port {
	/** Where the connection stands. */
	readonly state: ReadonlySignal<Pick<LinkState, "kind">>;

	/** Sends a message; it is dropped while there is no connection. */
	send(message: PlainMessage): void;

	/** Sends a message now, and again after each `welcome`, until another of its type takes its place. */
	declare(message: PlainMessage): void;

	/** Asks for something. Resolves with null when it was done, else with why not; never rejects. */
	request(message: RequestMessage): Promise<Refusal | null>;

	/** Calls back with each message of a type, once the link itself has taken it up. Returns what ends that. */
	on<Type extends Down["type"]>(type: Type, listener: (message: DownOf<Type>) => void): () => void;
}

/** A part that each link has once: made when it is first asked for, and the same one ever after. */
export function perLink<Part>(make: (port: Port) => Part): (port: Port) => Part {
	const made = new WeakMap<Port, { part: Part }>();
	return (port) => {
		const known = made.get(port) ?? { part: make(port) };
		made.set(port, known);
		return known.part;
	};
}
