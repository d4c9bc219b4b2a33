import { MixedVoice } from "./mixed-voice";
import type { MixerReport, ToMixer } from "./mixer-messages";

/** A voice that changes its gain as soon as all of some other voices play. */
interface Yielding {
	gain: number;
	to: readonly number[];
}

/** Mixes all voices of a page, each read from its own jitter buffer. */
export class Mix {
	readonly #voices = new Map<number, MixedVoice>();
	readonly #yielding = new Map<number, Yielding>();
	#scratch = new Float32Array(128);

	/** Carries out a message of the page. */
	take(message: ToMixer): void {
		if (message.type === "ease" || message.type === "brace") {
			for (const { buffer } of this.#voices.values()) {
				if (message.type === "ease") buffer.ease();
				else buffer.brace(message.ms);
			}
			return;
		}
		let voice = this.#voices.get(message.voice);
		if (message.type === "end") {
			this.#yielding.delete(message.voice);
			voice?.end(message.drain);
			return;
		}
		if (voice === undefined) {
			voice = new MixedVoice();
			this.#voices.set(message.voice, voice);
		}
		if (voice.ended) return;
		if (message.type === "gain") {
			this.#yielding.delete(message.voice);
			voice.gain = message.gain;
		} else if (message.type === "yield") {
			this.#yielding.set(message.voice, message);
			this.#yield();
		} else if (message.type === "late") voice.buffer.late(message.ms);
		else voice.buffer.write(message.at, message.samples);
	}

	/**
	 * Adds the next samples of all voices.
	 *
	 * @param channels - all of one length
	 * @returns whether any voice has just begun to play
	 */
	mix(channels: readonly Float32Array[]): boolean {
		const count = channels[0]?.length ?? 0;
		if (this.#scratch.length !== count) this.#scratch = new Float32Array(count);
		let anyBegun = false;
		for (const [key, voice] of this.#voices) {
			const { begun, over } = voice.mix(channels, this.#scratch);
			anyBegun ||= begun;
			if (over) this.#voices.delete(key);
		}
		if (anyBegun) {
			// The rest of a voice that has ended gives way to the one that replaces it.
			for (const voice of this.#voices.values()) if (voice.ended) voice.end(false);
			this.#yield();
		}
		return anyBegun;
	}

	/** Each voice's state. `samples`: how many were mixed since the previous call. */
	states(samples: number): MixerReport["voices"] {
		const voices: MixerReport["voices"] = [];
		for (const [key, voice] of this.#voices) {
			if (!voice.ended) voices.push([key, { ...voice.buffer.report(), rms: voice.rms(samples) }]);
		}
		return voices;
	}

	#yield(): void {
		for (const [key, { gain, to }] of this.#yielding) {
			const voice = this.#voices.get(key);
			if (voice === undefined || !to.every((other) => this.#voices.get(other)?.playing)) continue;
			voice.gain = gain;
			this.#yielding.delete(key);
		}
	}
}
