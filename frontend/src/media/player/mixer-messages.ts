import type { VoiceReport } from "./voice-buffer";

/** From the page to the mixer. A voice begins with its first sound. */
export type ToMixer =
	| { type: "sound"; voice: number; at: number; samples: Float32Array<ArrayBuffer> }
	| { type: "late"; voice: number; ms: number }
	| { type: "end"; voice: number };

/** A voice as it was at the report's time. */
export interface VoiceState extends VoiceReport {
	/** Root mean square since the report before, of samples from -1 to 1. */
	rms: number;
}

/** From the mixer to the page, about ten times a second while there are voices. */
export interface MixerReport {
	/** Seconds on the AudioContext's clock. */
	time: number;
	voices: [number, VoiceState][];
}
