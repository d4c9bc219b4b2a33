import type { SoundFormat } from "@/wire/protocol";
import type { Encoded } from "../way";
import { type CapturedSound, SoundCapture } from "./sound-capture";

const BITRATE_BPS = 40_000;
const CONFIG: AudioEncoderConfig = {
	codec: "opus",
	sampleRate: 48_000,
	numberOfChannels: 1,
	bitrate: BITRATE_BPS,
	opus: { frameDuration: 20_000 },
};

/** How a microphone's sound is encoded here. */
export const SOUND_FORMAT: SoundFormat = { codec: "opus", sample_rate: 48_000, channels: 1 };

/** Whether this browser can encode sound. */
export async function canEncodeSound(): Promise<boolean> {
	if (!("AudioEncoder" in globalThis)) return false;
	return (await AudioEncoder.isConfigSupported(CONFIG)).supported === true;
}

/** Encodes a microphone's sound while it is wanted. */
export class SoundSender {
	readonly #capture: SoundCapture;
	readonly #send: (encoded: Encoded) => void;
	readonly #onLevel: (rms: number) => void;
	/** Timestamps of the packets in the encoder, oldest first: it returns one packet for each. */
	#timestamps: number[] = [];
	#encoder: AudioEncoder | null = null;
	#wanted = false;

	/**
	 * @param send - gets each packet
	 * @param onLevel - gets the root mean square of each 20 ms, wanted or not
	 */
	constructor(track: MediaStreamTrack, send: (encoded: Encoded) => void, onLevel: (rms: number) => void) {
		this.#send = send;
		this.#onLevel = onLevel;
		this.#capture = new SoundCapture(track, (sound) => this.#take(sound));
	}

	/** Whether anything is to be encoded. */
	set wanted(wanted: boolean) {
		this.#wanted = wanted;
		// The encoder is not kept: after a pause its timestamps would continue from where it
		// stopped.
		if (!wanted) this.#reset();
	}

	/** Stops sending. The caller stops the microphone. */
	close(): void {
		this.#capture.close();
		this.#reset();
	}

	#take({ timestamp, samples }: CapturedSound): void {
		this.#onLevel(rootMeanSquare(samples));
		if (!this.#wanted) return;
		const sound = new AudioData({
			format: "f32-planar",
			sampleRate: CONFIG.sampleRate,
			numberOfFrames: samples.length,
			numberOfChannels: 1,
			timestamp,
			data: samples,
		});
		this.#encoder ??= this.#makeEncoder();
		this.#timestamps.push(timestamp);
		this.#encoder.encode(sound);
		sound.close();
	}

	#makeEncoder(): AudioEncoder {
		const encoder = new AudioEncoder({
			output: (chunk) => {
				if (encoder !== this.#encoder) return;
				const timestamp = this.#timestamps.shift() ?? chunk.timestamp;
				const { byteLength } = chunk;
				this.#send({ timestamp, byteLength, copyTo: (into) => chunk.copyTo(into), key: true });
			},
			// The next packet opens another encoder.
			error: () => this.#reset(),
		});
		encoder.configure(CONFIG);
		return encoder;
	}

	#reset(): void {
		const encoder = this.#encoder;
		this.#encoder = null;
		this.#timestamps = [];
		if (encoder && encoder.state !== "closed") encoder.close();
	}
}

function rootMeanSquare(samples: Float32Array): number {
	let power = 0;
	for (const sample of samples) power += sample * sample;
	return Math.sqrt(power / samples.length);
}
