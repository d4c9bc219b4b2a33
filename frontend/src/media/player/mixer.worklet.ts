import type { MixerReport, ToMixer } from "./mixer-messages";
import { RATE, VoiceBuffer } from "./voice-buffer";

const REPORT_EVERY = RATE / 10;

interface Voice {
	buffer: VoiceBuffer;
	power: number;
}

/** Mixes all voices into one output, each read out of its own jitter buffer. */
class Mixer extends AudioWorkletProcessor {
	readonly #voices = new Map<number, Voice>();
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
		for (const voice of this.#voices.values()) {
			if (!voice.buffer.read(this.#scratch)) continue;
			for (let index = 0; index < count; index++) {
				const sample = this.#scratch[index] ?? 0;
				voice.power += sample * sample;
				for (const channel of channels) channel[index] = (channel[index] ?? 0) + sample;
			}
		}
		this.#since += count;
		if (this.#since >= REPORT_EVERY) this.#report();
		return true;
	}

	#take(message: ToMixer): void {
		let voice = this.#voices.get(message.voice);
		if (message.type === "end") {
			this.#voices.delete(message.voice);
		} else if (message.type === "late") {
			voice?.buffer.late(message.ms);
		} else {
			if (voice === undefined) {
				voice = { buffer: new VoiceBuffer(), power: 0 };
				this.#voices.set(message.voice, voice);
			}
			voice.buffer.write(message.at, message.samples);
		}
	}

	#report(): void {
		const voices: MixerReport["voices"] = [];
		for (const [key, voice] of this.#voices) {
			voices.push([key, { ...voice.buffer.report(), rms: Math.sqrt(voice.power / this.#since) }]);
			voice.power = 0;
		}
		this.#since = 0;
		if (voices.length > 0) this.port.postMessage({ time: currentTime, voices } satisfies MixerReport);
	}
}

registerProcessor("hemicycle-mixer", Mixer);
