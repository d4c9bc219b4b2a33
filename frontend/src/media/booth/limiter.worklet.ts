import { Limiter } from "./limiter";

/** What the limiter says about ten times a second. */
export interface LimiterReport {
	/** What comes out: root mean square since the report before. */
	level: number;
	/** The least gain since the report before, from 0 to 1: 1 where it had nothing to do. */
	gain: number;
}

const REPORT_INTERVAL_SAMPLES = 4_800;

/** The limiter as a node: the last thing before the loudspeaker. */
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
