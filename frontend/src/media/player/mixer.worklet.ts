import { MixedVoice } from "./mixed-voice";
import type { MixerReport, ToMixer } from "./mixer-messages";
import { RATE } from "./voice-buffer";

const REPORT_EVERY = RATE / 10;

/** Mixes all voices into one output, each read out of its own jitter buffer. */
class Mixer extends AudioWorkletProcessor {
	readonly #voices = new Map<number, MixedVoice>();
	#scratch = new Float32Array(128);
	#since = 0;

	constructor() {
		super();
		this.port.onmessage = ({ data }: MessageEvent<ToMixer>) => this.#take(data);
	}

	process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
		const channels = outputs[0] ?? [];
		const count = channels[0]?.length ?? 0;
		if (this.#scratch.length !== count) this.#scratch = new Float32Array(count);
		let anyBegun = false;
		for (const [key, voice] of this.#voices) {
			const { begun, over } = voice.mix(channels, this.#scratch);
			anyBegun ||= begun;
			if (over) this.#voices.delete(key);
		}
		// What is played out of a voice that has ended gives way to the one in its place.
		if (anyBegun) for (const voice of this.#voices.values()) if (voice.ended) voice.end(false);
		this.#since += count;
		// Whoever waits for a voice to take another's place need not wait for the next report.
		if (this.#since >= REPORT_EVERY || (anyBegun && count > 0)) this.#report();
		return true;
	}

	#take(message: ToMixer): void {
		if (message.type === "ease" || message.type === "brace") {
			for (const { buffer } of this.#voices.values()) {
				if (message.type === "ease") buffer.ease();
				else buffer.brace(message.ms);
			}
			return;
		}
		let voice = this.#voices.get(message.voice);
		if (message.type === "end") {
			voice?.end(message.drain);
			return;
		}
		if (voice === undefined) {
			voice = new MixedVoice();
			this.#voices.set(message.voice, voice);
		}
		if (voice.ended) return;
		if (message.type === "gain") voice.gain = message.gain;
		else if (message.type === "late") voice.buffer.late(message.ms);
		else voice.buffer.write(message.at, message.samples);
	}

	#report(): void {
		const voices: MixerReport["voices"] = [];
		for (const [key, voice] of this.#voices) {
			if (!voice.ended) voices.push([key, { ...voice.buffer.report(), rms: voice.rms(this.#since) }]);
		}
		this.#since = 0;
		if (voices.length > 0) this.port.postMessage({ time: currentTime, voices } satisfies MixerReport);
	}
}

registerProcessor("hemicycle-mixer", Mixer);
