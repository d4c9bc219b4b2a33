/** Samples a packet: 20 ms at 48 kHz. */
const PACKET_SAMPLES = 960;

/** Hands a microphone's samples to the page in packets of 20 ms. */
class Capture extends AudioWorkletProcessor {
	#packet = new Float32Array(PACKET_SAMPLES);
	#filled = 0;

	process(inputs: Float32Array[][]): boolean {
		const samples = inputs[0]?.[0];
		// Without a microphone on the input there is nothing, not even silence.
		if (samples === undefined) return true;
		for (let taken = 0; taken < samples.length; ) {
			const part = samples.subarray(taken, taken + PACKET_SAMPLES - this.#filled);
			this.#packet.set(part, this.#filled);
			this.#filled += part.length;
			taken += part.length;
			if (this.#filled < PACKET_SAMPLES) continue;
			this.port.postMessage(this.#packet, [this.#packet.buffer]);
			this.#packet = new Float32Array(PACKET_SAMPLES);
			this.#filled = 0;
		}
		return true;
	}
}

registerProcessor("hemicycle-capture", Capture);
