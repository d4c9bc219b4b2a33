/** What an AudioWorklet's own global scope has, which TypeScript's DOM library leaves out. */
declare class AudioWorkletProcessor {
	readonly port: MessagePort;
}

declare function registerProcessor(
	name: string,
	processor: new () => AudioWorkletProcessor & {
		process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean;
	},
): void;

/** Seconds on the AudioContext's clock, of the first sample of the present block. */
declare const currentTime: number;

/** Samples a second of the AudioContext. */
declare const sampleRate: number;
