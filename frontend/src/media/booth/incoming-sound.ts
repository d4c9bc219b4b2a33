import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Insert } from "../player/mixer";
import { SoundCapture } from "../publisher/sound-capture";
import { SAMPLE_RATE_HZ } from "../sample-rate";
import { amplitude } from "./limiter";
import type { LimiterReport } from "./limiter.worklet";
import workletUrl from "./limiter.worklet.ts?worker&url";
import { rememberTone, TONE, type Tone, toneRemembered } from "./tone";

/** The time over which volume and tone change: a jump would be heard as a click. */
const GLIDE_S = 0.02;

/** The state of a trial recording of the interpreter's own voice. */
export type Trial = "none" | "taking" | "playing";

/**
 * What an interpreter's incoming sound goes through: volume, bass, treble, and last the limiter.
 *
 * Make one a page, and give its `insert` to the player. Until the limiter is there nothing comes
 * out.
 */
export class IncomingSound {
	/** How loud, how deep, how bright, in dB; remembered in this browser. */
	readonly tone: Signal<Tone> = signal(toneRemembered());
	readonly #level = signal(0);
	readonly #reduced = signal(0);
	readonly #trial = signal<Trial>("none");
	readonly #stops: (() => void)[] = [];
	#context: AudioContext | null = null;
	#input: GainNode | null = null;
	#capture: SoundCapture | null = null;
	#playing: AudioBufferSourceNode | null = null;

	/**
	 * The amplitude (root mean square) of what comes out, from 0 to 1, about ten times a second.
	 */
	get level(): ReadonlySignal<number> {
		return this.#level;
	}

	/** The present gain reduction of the limiter, in dB, 0 or more. */
	get reduced(): ReadonlySignal<number> {
		return this.#reduced;
	}

	/** Whether one's own voice is being taken, or played back. */
	get trial(): ReadonlySignal<Trial> {
		return this.#trial;
	}

	/** Builds the audio graph in the player's own AudioContext. */
	readonly insert: Insert = (context) => {
		const input = context.createGain();
		const bass = context.createBiquadFilter();
		bass.type = "lowshelf";
		bass.frequency.value = TONE.bass.frequency;
		const treble = context.createBiquadFilter();
		treble.type = "highshelf";
		treble.frequency.value = TONE.treble.frequency;
		const output = context.createGain();
		input.connect(bass).connect(treble);
		this.#context = context;
		this.#input = input;
		this.#stops.push(
			effect(() => {
				const tone = this.tone.value;
				const { currentTime } = context;
				input.gain.setTargetAtTime(amplitude(tone.volume), currentTime, GLIDE_S);
				bass.gain.setTargetAtTime(tone.bass, currentTime, GLIDE_S);
				treble.gain.setTargetAtTime(tone.treble, currentTime, GLIDE_S);
				rememberTone(tone);
			}),
		);
		void this.#limit(context, treble, output);
		return { input, output };
	};

	/**
	 * Records some seconds of a microphone, and then plays them back. A call during a trial stops
	 * it.
	 */
	hear(track: MediaStreamTrack, seconds: number): void {
		if (this.#trial.peek() !== "none") {
			this.#endTrial();
			return;
		}
		this.#trial.value = "taking";
		const packets: Float32Array<ArrayBuffer>[] = [];
		let taken = 0;
		this.#capture = new SoundCapture(track, ({ samples }) => {
			if (this.#trial.peek() !== "taking") return;
			packets.push(samples);
			taken += samples.length;
			if (taken >= seconds * SAMPLE_RATE_HZ) this.#play(packets, taken);
		});
	}

	/** Stops a trial that is running. The AudioContext belongs to the player. */
	close(): void {
		this.#endTrial();
		for (const stop of this.#stops) stop();
	}

	#play(packets: readonly Float32Array<ArrayBuffer>[], length: number): void {
		this.#capture?.close();
		this.#capture = null;
		if (!this.#context || !this.#input) return;
		const buffer = this.#context.createBuffer(1, length, SAMPLE_RATE_HZ);
		let at = 0;
		for (const samples of packets) {
			buffer.copyToChannel(samples, 0, at);
			at += samples.length;
		}
		const source = this.#context.createBufferSource();
		source.buffer = buffer;
		source.connect(this.#input);
		source.onended = () => this.#endTrial();
		source.start();
		this.#playing = source;
		this.#trial.value = "playing";
	}

	#endTrial(): void {
		this.#capture?.close();
		this.#capture = null;
		if (this.#playing) {
			this.#playing.onended = null;
			this.#playing.stop();
			this.#playing.disconnect();
			this.#playing = null;
		}
		this.#trial.value = "none";
	}

	async #limit(context: AudioContext, from: AudioNode, to: AudioNode): Promise<void> {
		await context.audioWorklet.addModule(workletUrl);
		if (context.state === "closed") return;
		const limiter = new AudioWorkletNode(context, "hemicycle-limiter", { outputChannelCount: [2] });
		limiter.port.onmessage = ({ data }: MessageEvent<LimiterReport>) => {
			this.#level.value = data.level;
			this.#reduced.value = Math.max(0, -20 * Math.log10(data.gain));
		};
		from.connect(limiter).connect(to);
	}
}
