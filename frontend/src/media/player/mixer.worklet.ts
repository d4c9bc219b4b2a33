import { SAMPLE_RATE_HZ } from "../sample-rate";
import { Mix } from "./mix";
import type { MixerReport, ToMixer } from "./mixer-messages";

const REPORT_INTERVAL_SAMPLES = SAMPLE_RATE_HZ / 10;

/** The mix as an audio node, and what it tells the page. */
class Mixer extends AudioWorkletProcessor {
	readonly #mix = new Mix();
	#since = 0;

	constructor() {
		super();
		this.port.onmessage = ({ data }: MessageEvent<ToMixer>) => this.#mix.take(data);
	}

	process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
		const channels = outputs[0] ?? [];
		const count = channels[0]?.length ?? 0;
		const anyBegun = this.#mix.mix(channels);
		this.#since += count;
		// A voice that has just begun is reported at once: another may be waiting to be replaced by
		// it.
		if (this.#since >= REPORT_INTERVAL_SAMPLES || (anyBegun && count > 0)) this.#report();
		return true;
	}

	#report(): void {
		const voices = this.#mix.states(this.#since);
		this.#since = 0;
		if (voices.length > 0) this.port.postMessage({ time: currentTime, voices } satisfies MixerReport);
	}
}

registerProcessor("hemicycle-mixer", Mixer);
