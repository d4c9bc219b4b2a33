import type { Stream } from "@/wire/protocol";
import { TrackFeed } from "../track-feed";
import type { PlacedFrame } from "../track-reader";
import type { MediaWay } from "../way";
import { DelayMeter, type Delays } from "./delay-meter";
import type { Mixer } from "./mixer";
import { SAMPLE_RATE_HZ } from "./voice-buffer";

/** Of the time that the buffer gives, what decoding and the way to the mixer take, in milliseconds. */
const HANDLING_MS = 20;
const FIRST_RESERVE_MS = 50;
/** Sound that does not come for so long is late already, in milliseconds. */
const MISSED_AFTER_MS = 250;
/** What is kept where one lost segment holds up all that follows it, and where that was seen, in milliseconds. */
const HELD_UP_RESERVE_MS = 250;
const HELD_UP_AGAIN_RESERVE_MS = 450;
/** Later than this over TCP, it was held up by a lost segment, in milliseconds; the next one may be lost twice. */
const HELD_UP_DELAY_MS = 70;

/** How a sound fared in some time. */
export interface SoundFare {
	/** How late it was, beyond the least of late, in milliseconds; null: none was due. */
	delay: number | null;
	/** How often it ran dry. */
	underruns: number;
	/** Of what came; null: nothing did. */
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

	/** The connection to take it over; a voice goes on from one to the next. */
	set way(way: MediaWay | null) {
		this.#track.way = way;
		this.#isByTcp = way?.name === "tcp";
	}

	/** Its amplitude (root mean square) in the last tenth of a second, from 0 to 1. */
	get level(): number {
		return this.#mixer.level(this.#voice);
	}

	/** What is at the ear now, in microseconds by the publisher's clock; null: nothing is. */
	get heard(): number | null {
		return this.#mixer.heard(this.#voice);
	}

	/** How it fared since this was last asked. */
	fare(): SoundFare {
		const underruns = this.#mixer.underruns(this.#voice);
		const since = underruns - this.#underruns;
		this.#underruns = underruns;
		const delays = this.#delay.take();
		const { arrived } = this.#delay;
		const still = delays === null && arrived !== null ? performance.now() - arrived : 0;
		return { delay: still > MISSED_AFTER_MS ? still : (delays?.median ?? null), underruns: since, delays };
	}

	/** Sets how loud it is, from 0 to 1; it gets there within 20 ms. */
	set gain(gain: number) {
		this.#mixer.gain(this.#voice, gain);
	}

	/** Sets how loud it is as soon as all of these play; `gain` or `close` has to follow. */
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
		// What nobody can hear now would be heard too late.
		if (!this.#mixer.running) return;
		if (this.#decoder.state === "closed") this.#decoder = this.#makeDecoder();
		this.#decoder.decode(new EncodedAudioChunk({ type: "key", timestamp, data }));
	}

	#makeDecoder(): AudioDecoder {
		const decoder = new AudioDecoder({
			output: (sound) => this.#play(sound),
			// A packet that cannot be decoded closes this decoder; the next one opens another.
			error: () => undefined,
		});
		decoder.configure({ codec: "opus", sampleRate: SAMPLE_RATE_HZ, numberOfChannels: this.#channels });
		return decoder;
	}

	/** Both channels of a stereo microphone are mixed: a voice has one place. */
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
