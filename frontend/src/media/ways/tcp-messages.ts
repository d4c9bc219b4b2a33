import { VarintReader, varintSize, writeVarint } from "../varint";
import type { TrackWanted } from "../way";

/** The WebSocket's subprotocol: another way of writing would have another name. */
export const SUBPROTOCOL = "hemicycle-media-1";

/** Flags of a frame: the first of its group, the last of it (no `end` follows then). */
export const BEGINS = 1;
export const ENDS = 2;
/** The message holds a part of a frame, and the next one of its group goes on with it. */
export const GOES_ON = 4;

const TAKE = 0x01;
const LEAVE = 0x02;
const OFFER = 0x03;
const FRAME = 0x11;
const END = 0x12;
const GONE = 0x13;
const WANT = 0x20;
const UNWANT = 0x21;

/** What the server says. */
export type TcpDown =
	| { kind: "frame"; id: number; group: number; flags: number; payload: Uint8Array }
	| { kind: "end"; id: number; group: number; lost: boolean }
	| { kind: "gone"; id: number }
	| { kind: "unwant"; id: number }
	| { kind: "want"; id: number; track: string };

/** A message from the server; null: none that is known. */
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
		case WANT: {
			const length = reader.next();
			if (length === null) return null;
			const name = message.subarray(reader.at, reader.at + length);
			return { kind: "want", id, track: new TextDecoder().decode(name) };
		}
		case UNWANT:
			return { kind: "unwant", id };
		default:
			return null;
	}
}

/** Send me that track from now on, under a number of mine. */
export function encodeTake(id: number, { path, source, priority }: TrackWanted): Uint8Array<ArrayBuffer> {
	return encode(TAKE, [id, priority], [path, source]);
}

/** No more of what I have taken. */
export function encodeLeave(id: number): Uint8Array<ArrayBuffer> {
	return encode(LEAVE, [id]);
}

/** My own broadcast is there. */
export function encodeOffer(): Uint8Array<ArrayBuffer> {
	return encode(OFFER, []);
}

/** A frame of what the server wants. */
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

/** Nothing more of a group of what the server wants; `lost`: though there was more. */
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
