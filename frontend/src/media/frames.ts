import { VarintReader, varintSize, writeVarint } from "./varint";

/**
 * The payload of a MoQ frame: a timestamp, then what the codec made.
 *
 * The timestamp is a variable-length integer of microseconds by the publisher's own clock, one for
 * all that it sends.
 */
export interface MediaFrame {
	/** In microseconds of the publisher's clock. */
	timestamp: number;
	/** A view into what was received; not a copy. */
	data: Uint8Array;
}

/**
 * A frame's payload.
 *
 * @param timestamp - microseconds, a whole number from 0 to 2^53 - 1
 * @param size - the number of bytes that the codec made
 * @param copy - writes those bytes into the place given
 */
export function encodeFrame(
	timestamp: number,
	size: number,
	copy: (into: Uint8Array<ArrayBuffer>) => void,
): Uint8Array<ArrayBuffer> {
	const head = varintSize(timestamp);
	const payload = new Uint8Array(head + size);
	writeVarint(new DataView(payload.buffer), 0, timestamp);
	copy(payload.subarray(head));
	return payload;
}

/** The timestamp and the data of a frame's payload; null where it is cut short. */
export function decodeFrame(payload: Uint8Array): MediaFrame | null {
	const reader = new VarintReader(payload);
	const timestamp = reader.next();
	return timestamp === null ? null : { timestamp, data: payload.subarray(reader.at) };
}
