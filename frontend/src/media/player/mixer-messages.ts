import type { VoiceReport } from "./voice-buffer";

/**
 * From the page to the mixer. A voice begins with its first gain or sound; unheard if with its
 * sound.
 */
export type ToMixer =
	| { type: "sound"; voice: number; at: number; samples: Float32Array<ArrayBuffer> }
	| { type: "late"; voice: number; ms: number }
	/** For all voices: what made packets late is gone, so that the reserves may shrink. */
	| { type: "ease" }
	/** For all voices: packets may soon be late by so many milliseconds. */
	| { type: "brace"; ms: number }
	/** The gain from now on, from 0 to 1. */
	| { type: "gain"; voice: number; gain: number }
	/** The gain as soon as all voices of `to` play; a later `gain` cancels it. */
	| { type: "yield"; voice: number; gain: number; to: number[] }
	/** With `drain` the buffered sound is played; without it the voice fades out at once. */
	| { type: "end"; voice: number; drain: boolean };

/** The state of a voice at the time of the report. */
export interface VoiceState extends VoiceReport {
	/** Root mean square since the previous report, of samples from -1 to 1, before the gain. */
	rms: number;
}

/**
 * From the mixer to the page, about ten times a second while there are voices, and when one begins
 * to play.
 */
export interface MixerReport {
	/** Seconds on the AudioContext's clock. */
	time: number;
	voices: [number, VoiceState][];
}
