import type { VoiceReport } from "./voice-buffer";

/** From the page to the mixer. A voice begins with its first gain or sound; unheard if with its sound. */
export type ToMixer =
	| { type: "sound"; voice: number; at: number; samples: Float32Array<ArrayBuffer> }
	| { type: "late"; voice: number; ms: number }
	/** Of all voices. */
	| { type: "ease" }
	/** Of all voices: something may soon be late by so many milliseconds. */
	| { type: "brace"; ms: number }
	/** How loud it is from now on, from 0 to 1. */
	| { type: "gain"; voice: number; gain: number }
	/** How loud it is as soon as all of these play; what is said of its gain after this takes it back. */
	| { type: "yield"; voice: number; gain: number; to: number[] }
	/** `drain`: what has come of it is played out; else it fades at once. */
	| { type: "end"; voice: number; drain: boolean };

/** A voice as it was at the report's time. */
export interface VoiceState extends VoiceReport {
	/** Root mean square since the report before, of samples from -1 to 1, however loud it is played. */
	rms: number;
}

/** From the mixer to the page, about ten times a second while there are voices, and when one begins to play. */
export interface MixerReport {
	/** Seconds on the AudioContext's clock. */
	time: number;
	voices: [number, VoiceState][];
}
