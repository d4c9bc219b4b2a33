import { Limiter } from "./limiter";

/** What the limiter reports to the page, about ten times a second. */
export interface LimiterReport {
	/** Root mean square of the output since the previous report. */
	level: number;
	/** The lowest gain since the previous report, from 0 to 1; 1 if nothing was reduced. */
	gain: number;
}

const REPORT_INTERVAL_SAMPLES = 4_800;

/** The limiter as an audio node, the last one before the loudspeaker. */
class LimiterNode extends AudioWorkletProcessor {
	readonly #limiter = new Limiter(sampleRate);
	#power = 0;
	#gain = 1;
	#count = 0;

	process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
		const output = outputs[0] ?? [];
		this.#limiter.process(inputs[0] ?? [], output);
		for (const sample of output[0] ?? []) this.#power += sample * sample;
		this.#gain = Math.min(this.#gain, this.#limiter.gain);
		this.#count += output[0]?.length ?? 0;
		if (this.#count >= REPORT_INTERVAL_SAMPLES) this.#report();
		return true;
	}

	#report(): void {
		const report: LimiterReport = { level: Math.sqrt(this.#power / this.#count), gain: this.#gain };
		this.port.postMessage(report);
		this.#power = 0;
		this.#gain = 1;
		this.#count = 0;
	}
}

registerProcessor("hemicycle-limiter", LimiterNode);
