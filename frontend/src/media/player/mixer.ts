import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { SAMPLE_RATE_HZ } from "../sample-rate";
import { Loudspeaker } from "./loudspeaker";
import workletUrl from "./mixer.worklet.ts?worker&url";
import type { MixerReport, ToMixer, VoiceState } from "./mixer-messages";

/** Firefox says beforehand whether it wants a gesture; TypeScript's DOM library leaves it out. */
interface AutoplayPolicy {
	getAutoplayPolicy?(context: AudioContext): "allowed" | "allowed-muted" | "disallowed";
}

/** How long a browser is given to start sound by itself before a gesture is asked for. */
const START_TIMEOUT_MS = 400;
/** The output latency assumed where the browser is not asked for it. */
const ASSUMED_LATENCY_S = 0.04;
/** A report older than this says nothing about what is heard now. */
const MAX_REPORT_AGE_S = 0.5;

/**
 * What a page puts between the mix and the loudspeaker: sound goes in at one node and comes out at
 * another.
 */
export type Insert = (context: AudioContext) => { input: AudioNode; output: AudioNode };

/** The one AudioContext of a page's player: all voices come out of it. */
export class Mixer {
	/** From 0 to 1. */
	readonly volume: Signal<number> = signal(1);
	readonly muted: Signal<boolean> = signal(false);
	readonly #blocked = signal(false);
	readonly #context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ, latencyHint: "interactive" });
	readonly #gain = this.#context.createGain();
	readonly #loudspeaker = new Loudspeaker(this.#context);
	readonly #live = new Set<number>();
	readonly #voices = new Map<number, VoiceState>();
	readonly #gains = new Map<number, number>();
	readonly #stop: () => void;
	#node: AudioWorkletNode | null = null;
	#reported = 0;
	#ids = 0;
	#startTimer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param onReport - called about ten times a second while there are voices
	 * @param insert - what the mix goes through on its way to the loudspeaker
	 */
	constructor(onReport: () => void, insert?: Insert) {
		const { input, output } = insert?.(this.#context) ?? { input: this.#context.destination, output: null };
		this.#gain.connect(input);
		output?.connect(this.#context.destination);
		this.#stop = effect(() => {
			this.#gain.gain.value = this.muted.value ? 0 : this.volume.value;
		});
		void this.#load(onReport);
		this.#context.onstatechange = () => this.#judge();
		document.addEventListener("visibilitychange", this.#wake);
		void this.unlock();
		this.#startTimer = setTimeout(() => {
			this.#startTimer = undefined;
			this.#judge();
		}, START_TIMEOUT_MS);
	}

	/** Whether the browser wants a gesture before it makes a sound. */
	get blocked(): ReadonlySignal<boolean> {
		return this.#blocked;
	}

	/** The id of the device where the sound comes out; "": the system's own choice. */
	get loudspeaker(): Signal<string> {
		return this.#loudspeaker.chosen;
	}

	/** Whether sound is being played, so that it is worth decoding. */
	get running(): boolean {
		return this.#node !== null && this.#context.state === "running";
	}

	/** Starts the sound; in a browser that wants a gesture, call it from one. */
	async unlock(): Promise<void> {
		if (this.#context.state !== "closed") await this.#context.resume();
	}

	/** Returns the number of a new voice. */
	voice(): number {
		this.#live.add(++this.#ids);
		return this.#ids;
	}

	/** Takes decoded sound of a voice; the samples are handed over. */
	sound(voice: number, at: number, samples: Float32Array<ArrayBuffer>): void {
		this.#send({ type: "sound", voice, at, samples }, [samples.buffer]);
	}

	/** Reports that sound of a voice arrived too late to be played. */
	late(voice: number, ms: number): void {
		this.#send({ type: "late", voice, ms });
	}

	/** Reports that what made sound late is gone, so that the reserves may shrink. */
	ease(): void {
		this.#send({ type: "ease" });
	}

	/** Reports that sound may soon be late by so many milliseconds, so that the reserves grow. */
	brace(ms: number): void {
		this.#send({ type: "brace", ms });
	}

	/** Sets a voice's gain, from 0 to 1, which is reached within 20 ms. */
	gain(voice: number, gain: number): void {
		this.#gains.set(voice, gain);
		this.#send({ type: "gain", voice, gain });
	}

	/**
	 * Sets how loud a voice is as soon as all of these play; to be followed by `gain` or `end`.
	 *
	 * The mixer need not ask the page, which may be busy while both are heard.
	 */
	yield(voice: number, gain: number, to: number[]): void {
		this.#send({ type: "yield", voice, gain, to });
	}

	/**
	 * A voice is over, and takes no more sound.
	 *
	 * @param drain - whether what has come of it is played out; else it fades within 20 ms
	 */
	end(voice: number, drain: boolean): void {
		this.#live.delete(voice);
		this.#voices.delete(voice);
		this.#gains.delete(voice);
		this.#send({ type: "end", voice, drain });
	}

	/** Whether a voice plays, rather than waits for its sound. */
	playing(voice: number): boolean {
		return this.#voices.get(voice)?.playing ?? false;
	}

	/** The amplitude (root mean square) of a voice in the last tenth of a second, from 0 to 1. */
	level(voice: number): number {
		return this.#voices.get(voice)?.rms ?? 0;
	}

	/** The reserve of a voice's jitter buffer, in milliseconds; null before its first report. */
	reserve(voice: number): number | null {
		return this.#voices.get(voice)?.reserve ?? null;
	}

	/** How often a voice has run dry in the middle. */
	underruns(voice: number): number {
		return this.#voices.get(voice)?.underruns ?? 0;
	}

	/**
	 * The timestamp of what is heard of a voice now, in microseconds of its publisher's clock; null
	 * if nothing is.
	 */
	heard(voice: number): number | null {
		const state = this.#voices.get(voice);
		if (!state?.playing || !this.running) return null;
		const elapsed = this.#context.currentTime - this.#reported;
		if (elapsed > MAX_REPORT_AGE_S) return null;
		return state.at + (elapsed - this.#latency()) * 1e6;
	}

	/**
	 * From the mixer to the ear, in seconds.
	 *
	 * Firefox, told by what it alone has, asks its sound server at each reading while the page
	 * stands still, and on a busy machine the answer sometimes never comes.
	 */
	#latency(): number {
		return "getAutoplayPolicy" in navigator ? ASSUMED_LATENCY_S : this.#context.outputLatency;
	}

	/** Ends all sound. */
	close(): void {
		clearTimeout(this.#startTimer);
		this.#stop();
		document.removeEventListener("visibilitychange", this.#wake);
		this.#loudspeaker.close();
		this.#context.onstatechange = null;
		void this.#context.close();
	}

	async #load(onReport: () => void): Promise<void> {
		await this.#context.audioWorklet.addModule(workletUrl);
		if (this.#context.state === "closed") return;
		const node = new AudioWorkletNode(this.#context, "hemicycle-mixer", {
			numberOfInputs: 0,
			outputChannelCount: [2],
		});
		node.port.onmessage = ({ data }: MessageEvent<MixerReport>) => {
			this.#reported = data.time;
			for (const [voice, state] of data.voices) if (this.#live.has(voice)) this.#voices.set(voice, state);
			onReport();
		};
		node.connect(this.#gain);
		this.#node = node;
		for (const [voice, gain] of this.#gains) this.#send({ type: "gain", voice, gain });
	}

	#send(message: ToMixer, transfer: Transferable[] = []): void {
		this.#node?.port.postMessage(message, transfer);
	}

	#judge(): void {
		const { state } = this.#context;
		if (state === "running") this.#blocked.value = false;
		else if (this.#startTimer === undefined) this.#blocked.value = state !== "closed" && !this.#allowed();
	}

	/**
	 * Whether the browser says that sound starts without a gesture; the device may just be slow.
	 */
	#allowed(): boolean {
		return (navigator as AutoplayPolicy).getAutoplayPolicy?.(this.#context) === "allowed";
	}

	/** A phone may have stopped the sound for a call, or because the page was out of sight. */
	readonly #wake = (): void => {
		if (!document.hidden && !this.running) this.unlock().catch(() => undefined);
	};
}
