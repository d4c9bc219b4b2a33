import { WindowedMin } from "@/link";
import { SAMPLE_RATE_HZ, SAMPLES_PER_MS } from "../sample-rate";
import { Concealment, MAX_CONCEALED_SAMPLES, OVERLAP_SAMPLES } from "./concealment";
import { COMPARED_SAMPLES, findPeriod, MAX_PERIOD_SAMPLES } from "./period";
import { MIN_RESERVE_SAMPLES, Reserve } from "./reserve";

/** 2.7 s; a power of two, so that a position in the ring is found by a mask. */
const CAPACITY_SAMPLES = 2 ** 17;
const MASK = CAPACITY_SAMPLES - 1;
const PACKET_SAMPLES = 20 * SAMPLES_PER_MS;

/** The tolerated difference between depth and reserve. */
const SLACK_SAMPLES = 15 * SAMPLES_PER_MS;
/** A larger surplus than this is discarded at once: removing single periods would take too long. */
const MAX_SURPLUS_SAMPLES = 600 * SAMPLES_PER_MS;
/** The window of the minimal depth. */
const WINDOW_SAMPLES = 1_500 * SAMPLES_PER_MS;
/** The change of speed that corrects the depth where the sound is not periodic. */
const STRETCH_SHARE = 0.01;
/** The least time between two periods removed or repeated: a quicker change would be audible. */
const JOIN_INTERVAL_SAMPLES = 100 * SAMPLES_PER_MS;
/** How much played sound is kept, so that a period of it can be repeated. */
const KEPT_SAMPLES = 20 * SAMPLES_PER_MS;
/** Below this RMS a pause between words can be lengthened or shortened inaudibly. */
const QUIET_RMS = 0.003;
/** A timestamp this close to the expected one is a rounding error, not a gap. */
const SNAP_SAMPLES = 2 * SAMPLES_PER_MS;

/** The state of a voice's jitter buffer. */
export interface VoiceReport {
	/** The timestamp of what is being played, in microseconds of the publisher's clock. */
	at: number;
	/** Whether it plays, rather than waits for more sound. */
	playing: boolean;
	/** The buffered sound, in milliseconds. */
	depth: number;
	/** The depth that the buffer tries to keep, in milliseconds. */
	reserve: number;
	/** How often it ran dry in the middle of a voice. */
	underruns: number;
	/** How much sound was synthesised to conceal losses, in milliseconds. */
	concealed: number;
}

/**
 * The jitter buffer of one voice: samples come in bursts with timestamps, and are read at a steady
 * rate.
 *
 * It keeps the least depth of the last seconds near a reserve. The reserve grows by what came too
 * late, and shrinks slowly while all is well. Where nothing came in time, up to 60 ms are made up.
 * Time is what has been read: no other clock.
 */
export class VoiceBuffer {
	readonly #ring = new Float32Array(CAPACITY_SAMPLES);
	/** The timestamp of position 0, in microseconds. */
	#origin = 0;
	#started = false;
	#playing = false;
	/**
	 * Positions in samples: the next to be read (with its fraction), and the one after the last
	 * written.
	 */
	#head = 0;
	#tail = 0;
	/** Everything before this position has been cleared. */
	#cleared = 0;
	/** Samples read since a period was removed or repeated. */
	#sinceJoin = 0;
	readonly #reserve = new Reserve();
	/** Samples of silence returned since it ran dry; infinite before the first sound. */
	#waited = Number.POSITIVE_INFINITY;
	readonly #concealment = new Concealment();
	/** Samples synthesised since it ran dry, by which everything that follows is delayed. */
	#inserted = 0;
	#concealed = 0;
	#underruns = 0;
	/** By how much the depth is below the reserve at present. */
	#lacking = 0;
	readonly #leastDepth = new WindowedMin(WINDOW_SAMPLES);
	/** The number of samples played: the clock of the minimal depth. */
	#played = 0;

	/**
	 * Takes decoded sound.
	 *
	 * @param at - microseconds by the publisher's clock, of the first sample
	 * @param samples - mono, at 48 kHz
	 */
	write(at: number, samples: Float32Array): void {
		if (!this.#started) this.#restart(at);
		let position = Math.round(((at - this.#origin) * SAMPLES_PER_MS) / 1000);
		if (Math.abs(position - this.#tail) > CAPACITY_SAMPLES - PACKET_SAMPLES) {
			// The timestamp belongs to another clock.
			this.#restart(at);
			position = 0;
		} else if (Math.abs(position - this.#tail) <= SNAP_SAMPLES) {
			this.#origin = at - (this.#tail * 1000) / SAMPLES_PER_MS;
			position = this.#tail;
		} else if (position > this.#tail) position = this.#close(position);
		if (this.#playing) {
			this.#arrived();
			const spare = position - this.#head;
			this.#reserve.spared(spare + this.#lacking);
			if (spare < 0) this.late(-spare / SAMPLES_PER_MS);
			if (spare + samples.length <= 0) return;
		}
		if (!this.#playing && this.#tail - this.#head < 1) this.#resume(position);
		const end = position + samples.length;
		// A burst longer than the ring drops the oldest sound.
		if (end - this.#head > CAPACITY_SAMPLES - 4 * PACKET_SAMPLES - KEPT_SAMPLES)
			this.#discard(end - this.#reserve.samples - PACKET_SAMPLES);
		const from = Math.max(position, Math.ceil(this.#head));
		for (let place = from; place < end; place++) this.#ring[place & MASK] = samples[place - position] ?? 0;
		if (this.#concealment.active) this.#blend(from, end);
		this.#tail = Math.max(this.#tail, end);
	}

	/** Reports that sound came too late to be played, so that the reserve grows by as much. */
	late(ms: number): void {
		this.#reserve.late(ms);
	}

	/**
	 * Reports that the cause of lateness is gone: the reserve soon shrinks, unless it is needed.
	 */
	ease(): void {
		this.#reserve.ease();
	}

	/** Reports that packets may soon be late, so that the reserve grows beforehand. */
	brace(ms: number): void {
		this.#reserve.brace(ms);
	}

	/**
	 * Fills `out` with the next samples, silence where there are none. Returns whether the voice
	 * plays.
	 */
	read(out: Float32Array): boolean {
		const count = out.length;
		if (!this.#playing) this.#play();
		if (!this.#playing) {
			this.#waited += count;
			out.fill(0);
			return false;
		}
		this.#reserve.tick(count);
		const surplus = this.#surplus();
		this.#lacking = Math.max(0, -surplus);
		if (surplus > MAX_SURPLUS_SAMPLES) {
			this.#discard(this.#head + surplus);
			this.#leastDepth.restart();
		}
		const quiet = this.#isQuiet(2 * count);
		if (Math.abs(surplus) > SLACK_SAMPLES && !quiet && this.#join(out, surplus)) return true;
		let rate = 1;
		if (surplus > SLACK_SAMPLES) rate = quiet ? 2 : 1 + STRETCH_SHARE;
		else if (surplus < -SLACK_SAMPLES) rate = quiet ? 0 : 1 - STRETCH_SHARE;
		if (!this.#extend(count * Math.max(1, rate) + 1)) return this.#runDry(out);
		this.#copy(out, rate);
		return true;
	}

	/** The present state. */
	report(): VoiceReport {
		return {
			at: this.#origin + (this.#head * 1000) / SAMPLES_PER_MS,
			playing: this.#playing,
			depth: (this.#tail - this.#head) / SAMPLES_PER_MS,
			reserve: this.#reserve.samples / SAMPLES_PER_MS,
			underruns: this.#underruns,
			concealed: this.#concealed / SAMPLES_PER_MS,
		};
	}

	#restart(at: number): void {
		this.#ring.fill(0);
		this.#origin = at;
		this.#head = 0;
		this.#tail = 0;
		this.#cleared = 0;
		this.#started = true;
		this.#playing = false;
		this.#waited = Number.POSITIVE_INFINITY;
		this.#concealment.end();
		this.#inserted = 0;
	}

	/**
	 * Synthesises sound until `count` samples are buffered. Returns false at the end of the
	 * concealment.
	 */
	#extend(count: number): boolean {
		while (this.#tail - this.#head < count) {
			this.#concealment.begin(this.#ring, this.#tail, KEPT_SAMPLES);
			const { portion } = this.#concealment;
			if (portion === 0) return false;
			this.#makeUp(portion);
			this.#inserted += portion;
			this.#origin -= (portion * 1000) / SAMPLES_PER_MS;
		}
		return true;
	}

	#makeUp(count: number): void {
		const end = this.#tail + count;
		for (; this.#tail < end; this.#tail++) this.#ring[this.#tail & MASK] = this.#concealment.next();
		this.#concealed += count;
	}

	/**
	 * Closes the gap before sound that does not follow the last. Returns the position where it
	 * belongs.
	 */
	#close(position: number): number {
		// Sound synthesised while waiting stands for the packets that never came.
		const stood = Math.min(this.#inserted, position - this.#tail);
		this.#inserted -= stood;
		this.#origin += (stood * 1000) / SAMPLES_PER_MS;
		const missing = position - stood - this.#tail;
		if (this.#playing && missing > 0) {
			this.#concealment.begin(this.#ring, this.#tail, KEPT_SAMPLES);
			this.#makeUp(Math.min(missing, MAX_CONCEALED_SAMPLES));
		}
		return position - stood;
	}

	/** Cross-fades from synthesised sound to the sound that came after all. */
	#blend(from: number, end: number): void {
		for (let place = from; place < Math.min(end, from + OVERLAP_SAMPLES); place++) {
			const share = (place - from + 1) / OVERLAP_SAMPLES;
			this.#ring[place & MASK] =
				(this.#ring[place & MASK] ?? 0) * share + this.#concealment.next() * (1 - share);
		}
		this.#concealment.end();
	}

	/** Notes that sound arrives while synthesised sound is still being played. */
	#arrived(): void {
		if (this.#inserted === 0) return;
		this.late(this.#inserted / SAMPLES_PER_MS);
		this.#inserted = 0;
	}

	/** Resumes after running dry: either the sound was late, or the speaker had paused sending. */
	#resume(position: number): void {
		const gap = position - this.#tail;
		if (gap > SNAP_SAMPLES) {
			// The source had paused: nothing will come for the gap.
			this.#discard(position);
		} else if (this.#waited > 0 && this.#waited < SAMPLE_RATE_HZ) {
			this.#underruns++;
			this.late((this.#inserted + this.#waited) / SAMPLES_PER_MS);
		}
		this.#inserted = 0;
	}

	/**
	 * Starts to play once enough is buffered; after running dry that is little, and repeated
	 * periods add the rest.
	 */
	#play(): void {
		const ranDry = this.#waited < SAMPLE_RATE_HZ;
		const depth = this.#tail - this.#head;
		if (depth < PACKET_SAMPLES + (ranDry ? MIN_RESERVE_SAMPLES : this.#reserve.samples)) return;
		this.#playing = true;
		this.#waited = 0;
		this.#leastDepth.restart(ranDry ? { value: depth, tag: undefined } : null);
	}

	#runDry(out: Float32Array): boolean {
		const left = Math.max(0, Math.min(out.length, Math.floor(this.#tail - this.#head)));
		const rest = out.subarray(left);
		this.#copy(out.subarray(0, left), 1);
		rest.fill(0);
		this.#playing = false;
		this.#waited = rest.length;
		this.#discard(this.#tail);
		return left > 0;
	}

	/**
	 * By how much the windowed minimum of the depth is above the reserve; 0 while it is unknown.
	 */
	#surplus(): number {
		this.#leastDepth.push(this.#played, this.#tail - this.#head);
		return this.#leastDepth.isSettled ? (this.#leastDepth.value ?? 0) - this.#reserve.samples : 0;
	}

	#isQuiet(count: number): boolean {
		let power = 0;
		for (let place = Math.floor(this.#head); place < this.#head + count; place++) {
			power += (this.#ring[place & MASK] ?? 0) ** 2;
		}
		return power < QUIET_RMS * QUIET_RMS * count;
	}

	/**
	 * Goes over from the sound that is next to where it is the same again, later or earlier: a
	 * period of a voice is left out or said twice, and neither its pitch nor its sound is changed.
	 * Returns whether it did.
	 */
	#join(out: Float32Array, surplus: number): boolean {
		if (this.#sinceJoin < JOIN_INTERVAL_SAMPLES) return false;
		const from = Math.floor(this.#head);
		if (this.#tail - from < MAX_PERIOD_SAMPLES + COMPARED_SAMPLES) return false;
		const towards = surplus > 0 ? 1 : -1;
		const most = Math.min(
			Math.abs(surplus),
			towards > 0 ? MAX_PERIOD_SAMPLES : KEPT_SAMPLES - PACKET_SAMPLES / 8,
		);
		const period = findPeriod(this.#ring, from, towards, most);
		this.#sinceJoin = 0;
		if (period === null) return false;
		const leap = towards * period;
		for (let index = 0; index < out.length; index++) {
			const place = from + index;
			const share = (index + 1) / out.length;
			out[index] =
				(this.#ring[place & MASK] ?? 0) * (1 - share) + (this.#ring[(place + leap) & MASK] ?? 0) * share;
		}
		this.#played += out.length;
		this.#leastDepth.shift(-leap);
		this.#discard(from + leap + out.length);
		return true;
	}

	/** Reads at a speed (1 is real time), and clears what was read. */
	#copy(out: Float32Array, rate: number): void {
		const begin = this.#head;
		for (let index = 0; index < out.length; index++) {
			const place = begin + index * rate;
			const whole = Math.floor(place);
			const left = this.#ring[whole & MASK] ?? 0;
			const right = this.#ring[(whole + 1) & MASK] ?? 0;
			out[index] = left + (right - left) * (place - whole);
		}
		const end = begin + out.length * rate;
		this.#played += out.length;
		this.#sinceJoin += out.length;
		// The change of depth caused by the speed is intended, and must not count as an
		// observation.
		this.#leastDepth.shift(-out.length * (rate - 1));
		this.#discard(end);
	}

	/**
	 * Moves the head, and writes silence a little behind it, which a lost packet is then read as.
	 */
	#discard(to: number): void {
		for (; this.#cleared < Math.floor(to) - KEPT_SAMPLES; this.#cleared++)
			this.#ring[this.#cleared & MASK] = 0;
		this.#head = to;
		this.#tail = Math.max(this.#tail, Math.ceil(to));
	}
}
