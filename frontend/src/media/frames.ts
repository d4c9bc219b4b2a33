/**
 * The payload of a MoQ frame: a timestamp, then what the codec made.
 *
 * The timestamp is a QUIC variable-length integer (RFC 9000, section 16) of microseconds by the
 * publisher's own clock, one for all that it sends.
 */
export interface MediaFrame {
	/** Microseconds by the publisher's clock. */
	timestamp: number;
	/** A view into what was received; not a copy. */
	data: Uint8Array;
}

/** How many bytes the varint of a non-negative integer below 2^53 takes. */
function varintSize(value: number): 1 | 2 | 4 | 8 {
	if (value < 2 ** 6) return 1;
	if (value < 2 ** 14) return 2;
	return value < 2 ** 30 ? 4 : 8;
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
): Uint8Array {
	if (!Number.isSafeInteger(timestamp) || timestamp < 0) throw new RangeError(`no timestamp: ${timestamp}`);
	const head = varintSize(timestamp);
	const payload = new Uint8Array(head + size);
	const view = new DataView(payload.buffer);
	if (head === 1) view.setUint8(0, timestamp);
	else if (head === 2) view.setUint16(0, timestamp | 0x4000);
	else if (head === 4) view.setUint32(0, timestamp + 0x8000_0000);
	else view.setBigUint64(0, BigInt(timestamp) | 0xc000_0000_0000_0000n);
	copy(payload.subarray(head));
	return payload;
}

/** The timestamp and the data of a frame's payload; null where it is cut short. */
export function decodeFrame(payload: Uint8Array): MediaFrame | null {
	const first = payload[0];
	if (first === undefined) return null;
	const head = 1 << (first >> 6);
	if (payload.byteLength < head) return null;
	let timestamp = first & 0x3f;
	for (let place = 1; place < head; place++) timestamp = timestamp * 256 + (payload[place] ?? 0);
	return { timestamp, data: payload.subarray(head) };
}
