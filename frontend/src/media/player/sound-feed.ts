import type { Stream } from "@/wire/protocol";
import { SAMPLE_RATE_HZ } from "../sample-rate";
import { TrackFeed } from "../track-feed";
import type { PlacedFrame } from "../track-reader";
import type { MediaWay } from "../way";
import { DelayMeter, type Delays } from "./delay-meter";
import type { Mixer } from "./mixer";

/** The part of the jitter buffer's time that decoding and the way to the mixer take. */
const HANDLING_MS = 20;
const FIRST_RESERVE_MS = 50;
/** Sound that is missing for this long counts as late before it arrives. */
const MISSED_AFTER_MS = 250;
/**
 * The reserve over TCP, where one lost segment delays all that follows, and after that was
 * observed.
 */
const HELD_UP_RESERVE_MS = 250;
const HELD_UP_AGAIN_RESERVE_MS = 450;
/** A packet later than this over TCP was delayed by a lost segment. */
const HELD_UP_DELAY_MS = 70;

/** What was observed of a sound in some time. */
export interface SoundStats {
	/** The delay relative to the windowed minimum, in milliseconds; null if no sound was due. */
	delay: number | null;
	/** How often its jitter buffer ran dry. */
	underruns: number;
	/** The delays of its packets; null if none came. */
	delays: Delays | null;
}

/** One seat's sound, from its track to the mixer. */
export class SoundFeed {
	readonly #mixer: Mixer;
	readonly #voice: number;
	readonly #channels: number;
	readonly #track: TrackFeed;
	readonly #delay = new DelayMeter();
	#decoder: AudioDecoder;
	#underruns = 0;
	#isByTcp = false;
	#isBraced = false;

	constructor(stream: Stream, mixer: Mixer) {
		this.#mixer = mixer;
		this.#voice = mixer.voice();
		this.#channels = stream.channels ?? 1;
		this.#decoder = this.#makeDecoder();
		const tolerance = () => Math.max(20, (mixer.reserve(this.#voice) ?? FIRST_RESERVE_MS) - HANDLING_MS);
		this.#track = new TrackFeed(
			stream.path,
			"microphone",
			{ tolerance, newest: false },
			{ frame: (frame) => this.#decode(frame), late: (ms) => mixer.late(this.#voice, ms) },
		);
	}

	/** Sets the connection; the voice continues from one to the next. */
	set way(way: MediaWay | null) {
		this.#track.way = way;
		this.#isByTcp = way?.name === "tcp";
	}

	/** Its amplitude (root mean square) in the last tenth of a second, from 0 to 1. */
	get level(): number {
		return this.#mixer.level(this.#voice);
	}

	/**
	 * The timestamp of what is heard now, in microseconds of the publisher's clock; null if nothing
	 * is.
	 */
	get heard(): number | null {
		return this.#mixer.heard(this.#voice);
	}

	/** What was observed since the previous call. */
	stats(): SoundStats {
		const underruns = this.#mixer.underruns(this.#voice);
		const since = underruns - this.#underruns;
		this.#underruns = underruns;
		const delays = this.#delay.take();
		const { arrived } = this.#delay;
		const still = delays === null && arrived !== null ? performance.now() - arrived : 0;
		return { delay: still > MISSED_AFTER_MS ? still : (delays?.median ?? null), underruns: since, delays };
	}

	/** Sets the gain, from 0 to 1, which is reached within 20 ms. */
	set gain(gain: number) {
		this.#mixer.gain(this.#voice, gain);
	}

	/** Sets the gain as soon as all of these play; `gain` or `close` has to follow. */
	yield(gain: number, to: readonly SoundFeed[]): void {
		this.#mixer.yield(
			this.#voice,
			gain,
			to.map((feed) => feed.#voice),
		);
	}

	/** Whether it plays, rather than waits for its first sound or for more. */
	get playing(): boolean {
		return this.#mixer.playing(this.#voice);
	}

	/**
	 * Ends it: nothing more is taken.
	 *
	 * @param drain - whether what has come is played out; else it fades within 20 ms
	 */
	close(drain: boolean): void {
		this.#track.close();
		if (this.#decoder.state !== "closed") this.#decoder.close();
		this.#mixer.end(this.#voice, drain);
	}

	#decode({ timestamp, data, arrived }: PlacedFrame): void {
		const late = this.#delay.push(timestamp, arrived);
		if (this.#isByTcp && late > HELD_UP_DELAY_MS) this.#mixer.brace(HELD_UP_AGAIN_RESERVE_MS);
		// Sound that arrives while nothing is played would be heard too late.
		if (!this.#mixer.running) return;
		if (this.#decoder.state === "closed") this.#decoder = this.#makeDecoder();
		this.#decoder.decode(new EncodedAudioChunk({ type: "key", timestamp, data }));
	}

	#makeDecoder(): AudioDecoder {
		const decoder = new AudioDecoder({
			output: (sound) => this.#play(sound),
			// An undecodable packet closes the decoder; the next one opens another.
			error: () => undefined,
		});
		decoder.configure({ codec: "opus", sampleRate: SAMPLE_RATE_HZ, numberOfChannels: this.#channels });
		return decoder;
	}

	/** A stereo microphone is mixed down to mono. */
	#play(sound: AudioData): void {
		const { numberOfFrames, numberOfChannels, timestamp } = sound;
		const samples = new Float32Array(numberOfFrames);
		const channel = new Float32Array(numberOfFrames);
		for (let planeIndex = 0; planeIndex < numberOfChannels; planeIndex++) {
			sound.copyTo(channel, { planeIndex, format: "f32-planar" });
			for (let index = 0; index < numberOfFrames; index++) {
				samples[index] = (samples[index] ?? 0) + (channel[index] ?? 0) / numberOfChannels;
			}
		}
		sound.close();
		if (performance.getEntriesByName(FIRST_SOUND).length === 0) performance.mark(FIRST_SOUND);
		this.#mixer.sound(this.#voice, timestamp, samples);
		if (this.#isByTcp && !this.#isBraced) this.#mixer.brace(HELD_UP_RESERVE_MS);
		this.#isBraced = this.#isByTcp;
	}
}

const FIRST_SOUND = "hemicycle:first-sound";
