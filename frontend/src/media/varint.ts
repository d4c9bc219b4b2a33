/**
 * QUIC's variable-length integers (RFC 9000, section 16), as far as a double holds whole numbers:
 * below 2^53.
 */

/** How many bytes a number takes. */
export function varintSize(value: number): 1 | 2 | 4 | 8 {
	if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number: ${value}`);
	if (value < 2 ** 6) return 1;
	if (value < 2 ** 14) return 2;
	return value < 2 ** 30 ? 4 : 8;
}

/** Writes a number. Returns the place after it. */
export function writeVarint(view: DataView, at: number, value: number): number {
	const size = varintSize(value);
	if (size === 1) view.setUint8(at, value);
	else if (size === 2) view.setUint16(at, value | 0x4000);
	else if (size === 4) view.setUint32(at, value + 0x8000_0000);
	else view.setBigUint64(at, BigInt(value) | 0xc000_0000_0000_0000n);
	return at + size;
}

/** Reads numbers one after the other. */
export class VarintReader {
	readonly #bytes: Uint8Array;
	/** Where the next one is read from. */
	at: number;

	constructor(bytes: Uint8Array, at = 0) {
		this.#bytes = bytes;
		this.at = at;
	}

	/** The next number; null where it is cut short. */
	next(): number | null {
		const first = this.#bytes[this.at];
		if (first === undefined) return null;
		const size = 1 << (first >> 6);
		if (this.at + size > this.#bytes.byteLength) return null;
		let value = first & 0x3f;
		for (let place = 1; place < size; place++) value = value * 256 + (this.#bytes[this.at + place] ?? 0);
		this.at += size;
		return value;
	}
}
