import { SAMPLE_RATE_HZ } from "../sample-rate";
import workletUrl from "./capture.worklet.ts?worker&url";
import { nowMicros, SampleClock } from "./sample-clock";

const PACKET_US = 20_000;
const GESTURES = ["pointerdown", "keydown"] as const;

/** A packet of sound as it was captured: 20 ms, mono, 48 kHz. */
export interface CapturedSound {
	/** Microseconds by the page's clock. */
	timestamp: number;
	samples: Float32Array<ArrayBuffer>;
}

/** Captures a microphone's sound in packets, until `close`. */
export class SoundCapture {
	readonly #context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ, latencyHint: "interactive" });
	readonly #clock = new SampleClock(SAMPLE_RATE_HZ);
	readonly #onSound: (sound: CapturedSound) => void;
	#samples = 0;

	constructor(track: MediaStreamTrack, onSound: (sound: CapturedSound) => void) {
		this.#onSound = onSound;
		void this.#start(track);
		// An AudioContext that was opened without a user gesture starts with the next one.
		for (const gesture of GESTURES) addEventListener(gesture, this.#resume);
	}

	/** Stops capturing. The caller stops the microphone. */
	close(): void {
		for (const gesture of GESTURES) removeEventListener(gesture, this.#resume);
		if (this.#context.state !== "closed") void this.#context.close();
	}

	readonly #resume = (): void => {
		if (this.#context.state === "suspended") void this.#context.resume();
	};

	async #start(track: MediaStreamTrack): Promise<void> {
		await this.#context.audioWorklet.addModule(workletUrl);
		if (this.#context.state === "closed") return;
		this.#resume();
		const node = new AudioWorkletNode(this.#context, "hemicycle-capture", {
			numberOfOutputs: 0,
			channelCount: 1,
			channelCountMode: "explicit",
		});
		node.port.onmessage = ({ data: samples }: MessageEvent<Float32Array<ArrayBuffer>>) => {
			const timestamp = this.#clock.at(this.#samples, nowMicros() - PACKET_US);
			this.#samples += samples.length;
			this.#onSound({ timestamp, samples });
		};
		this.#context.createMediaStreamSource(new MediaStream([track])).connect(node);
	}
}
