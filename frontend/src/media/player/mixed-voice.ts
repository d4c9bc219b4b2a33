import { SAMPLE_RATE_HZ } from "../sample-rate";
import { VoiceBuffer } from "./voice-buffer";

/** The length of a fade from silence to full level or back: 20 ms. */
export const FADE_SAMPLES = SAMPLE_RATE_HZ / 50;
/** The longest time for which the rest of a voice that has ended is played. */
const MAX_DRAIN_SAMPLES = 0.4 * SAMPLE_RATE_HZ;

/** One voice in the mix: its jitter buffer, and how loud it is. */
export class MixedVoice {
	readonly buffer = new VoiceBuffer();
	#power = 0;
	#gain = 0;
	#target = 0;
	#playing = false;
	#ending: "fade" | "drain" | null = null;
	#drained = 0;

	/** Sets the target gain, from 0 to 1, which is reached within 20 ms of sound. */
	set gain(gain: number) {
		if (this.#ending === null) this.#target = gain;
	}

	/** Whether it plays, rather than waits for its sound. */
	get playing(): boolean {
		return this.#playing;
	}

	/** Whether it has ended, so that it takes no more sound. */
	get ended(): boolean {
		return this.#ending !== null;
	}

	/** Ends it: it fades out at once or, with `drain`, once the buffered sound is played. */
	end(drain: boolean): void {
		this.#ending = drain ? "drain" : "fade";
		if (!drain) this.#target = 0;
	}

	/**
	 * Adds its next samples to a mix.
	 *
	 * @param scratch - as long as the channels
	 * @returns whether it has just begun to play, and whether it is over
	 */
	mix(channels: readonly Float32Array[], scratch: Float32Array): { begun: boolean; over: boolean } {
		const before = this.#playing;
		this.#playing = this.buffer.read(scratch);
		if (!this.#playing) return { begun: false, over: this.ended };
		if (this.#ending === "drain") this.#drain(scratch.length);
		for (let index = 0; index < scratch.length; index++) {
			const sample = scratch[index] ?? 0;
			this.#power += sample * sample;
			this.#gain += Math.min(1 / FADE_SAMPLES, Math.max(-1 / FADE_SAMPLES, this.#target - this.#gain));
			const heard = sample * this.#gain;
			for (const channel of channels) channel[index] = (channel[index] ?? 0) + heard;
		}
		return { begun: !before, over: this.ended && this.#gain === 0 };
	}

	/** The root mean square since the previous call, over so many samples. */
	rms(samples: number): number {
		const rms = Math.sqrt(this.#power / samples);
		this.#power = 0;
		return rms;
	}

	#drain(count: number): void {
		this.#drained += count;
		const left = (this.buffer.report().depth * SAMPLE_RATE_HZ) / 1000;
		if (left <= FADE_SAMPLES + 2 * count || this.#drained >= MAX_DRAIN_SAMPLES) this.#target = 0;
	}
}
