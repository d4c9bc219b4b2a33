import { VarintReader, varintSize, writeVarint } from "../varint";
import type { Subscription } from "../way";

/** The WebSocket's subprotocol: another version of the messages would have another name. */
export const SUBPROTOCOL = "hemicycle-media-1";

/** Flags of a frame: the first of its group, the last of it (no `end` follows then). */
export const BEGINS = 1;
export const ENDS = 2;
/** The message holds a part of a frame, and the next one of its group goes on with it. */
export const GOES_ON = 4;

const SUBSCRIBE = 0x01;
const UNSUBSCRIBE = 0x02;
const ANNOUNCE = 0x03;
const FRAME = 0x11;
const END = 0x12;
const GONE = 0x13;
const REQUEST = 0x20;
const RELEASE = 0x21;

/** A message from the server. */
export type TcpDown =
	| { kind: "frame"; id: number; group: number; flags: number; payload: Uint8Array }
	| { kind: "end"; id: number; group: number; lost: boolean }
	| { kind: "gone"; id: number }
	| { kind: "release"; id: number }
	| { kind: "request"; id: number; track: string };

/** Decodes a message from the server; null if its type is unknown. */
export function decodeMessage(message: Uint8Array): TcpDown | null {
	const reader = new VarintReader(message, 1);
	const id = reader.next();
	if (id === null) return null;
	switch (message[0]) {
		case FRAME:
		case END: {
			const group = reader.next();
			const flags = message[reader.at];
			if (group === null || flags === undefined) return null;
			if (message[0] === END) return { kind: "end", id, group, lost: flags === 1 };
			return { kind: "frame", id, group, flags, payload: message.subarray(reader.at + 1) };
		}
		case GONE:
			return { kind: "gone", id };
		case REQUEST: {
			const length = reader.next();
			if (length === null) return null;
			const name = message.subarray(reader.at, reader.at + length);
			return { kind: "request", id, track: new TextDecoder().decode(name) };
		}
		case RELEASE:
			return { kind: "release", id };
		default:
			return null;
	}
}

/** Asks the server for a track from now on, under an id of ours. */
export function encodeSubscribe(
	id: number,
	{ path, source, priority }: Subscription,
): Uint8Array<ArrayBuffer> {
	return encode(SUBSCRIBE, [id, priority], [path, source]);
}

/** Ends a subscription. */
export function encodeUnsubscribe(id: number): Uint8Array<ArrayBuffer> {
	return encode(UNSUBSCRIBE, [id]);
}

/** Says that our own broadcast is there. */
export function encodeAnnounce(): Uint8Array<ArrayBuffer> {
	return encode(ANNOUNCE, []);
}

/** A frame of what the server has requested. */
export function encodeFrameMessage(
	id: number,
	group: number,
	flags: number,
	payload: Uint8Array,
): Uint8Array<ArrayBuffer> {
	const head = 1 + varintSize(id) + varintSize(group);
	const message = new Uint8Array(head + 1 + payload.byteLength);
	const view = new DataView(message.buffer);
	message[0] = FRAME;
	writeVarint(view, writeVarint(view, 1, id), group);
	message[head] = flags;
	message.set(payload, head + 1);
	return message;
}

/** The end of a group of what the server has requested; `lost`: though there was more. */
export function encodeEnd(id: number, group: number, lost: boolean): Uint8Array<ArrayBuffer> {
	return encode(END, [id, group, Number(lost)]);
}

function encode(kind: number, numbers: number[], strings: string[] = []): Uint8Array<ArrayBuffer> {
	const texts = strings.map((text) => new TextEncoder().encode(text));
	const size =
		numbers.reduce((sum, number) => sum + varintSize(number), 1) +
		texts.reduce((sum, text) => sum + varintSize(text.byteLength) + text.byteLength, 0);
	const message = new Uint8Array(size);
	const view = new DataView(message.buffer);
	message[0] = kind;
	let at = 1;
	for (const number of numbers) at = writeVarint(view, at, number);
	for (const text of texts) {
		at = writeVarint(view, at, text.byteLength);
		message.set(text, at);
		at += text.byteLength;
	}
	return message;
}
