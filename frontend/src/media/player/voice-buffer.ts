import { WindowedMin } from "@/link";
import { Concealment, MAX_CONCEALED_SAMPLES, OVERLAP_SAMPLES } from "./concealment";
import { COMPARED_SAMPLES, findPeriod, MAX_PERIOD_SAMPLES } from "./period";

/** Samples a second, everywhere. */
export const SAMPLE_RATE_HZ = 48_000;

const SAMPLES_PER_MS = SAMPLE_RATE_HZ / 1000;
/** 2.7 s; a power of two, so that a place in the ring is a mask away. */
const CAPACITY_SAMPLES = 2 ** 17;
const MASK = CAPACITY_SAMPLES - 1;
const PACKET_SAMPLES = 20 * SAMPLES_PER_MS;

/** What the reserve starts with, never falls below, and never grows beyond. */
const FIRST_RESERVE_SAMPLES = 50 * SAMPLES_PER_MS;
const MIN_RESERVE_SAMPLES = 40 * SAMPLES_PER_MS;
const MAX_RESERVE_SAMPLES = 600 * SAMPLES_PER_MS;
/** Kept on top of the longest delay seen. */
const MARGIN_SAMPLES = 25 * SAMPLES_PER_MS;
/** The reserve shrinks by at most this share each time that so long has passed without anything late … */
const SHRINK_SHARE = 0.15;
const SHRINK_AFTER_SAMPLES = 10_000 * SAMPLES_PER_MS;
/** … and never below what was needed in so many of these spells: what happens twice a minute happens again. */
const REMEMBERED_SPELLS = 6;
/** As above, once, after the cause of what was late was taken away: by most of what was not needed since. */
const EASED_SHRINK_SHARE = 0.75;
const EASED_SHRINK_AFTER_SAMPLES = 4_000 * SAMPLES_PER_MS;
/** Only then does the depth have what the reserve asks for, so that what there is to spare says something. */
const SETTLED_AFTER_SAMPLES = 2_000 * SAMPLES_PER_MS;
/** Late packets within this of each other have one cause. */
const TOGETHER_SAMPLES = 1_000 * SAMPLES_PER_MS;
/** How far the depth may be from the reserve before something is done about it. */
const SLACK_SAMPLES = 15 * SAMPLES_PER_MS;
/** Further than this above the reserve, the surplus is thrown away at once: to leave out periods takes too long. */
const MAX_SURPLUS_SAMPLES = 600 * SAMPLES_PER_MS;
/** The least depth is looked for over one to two of these. */
const WINDOW_SAMPLES = 1_500 * SAMPLES_PER_MS;
/** How much faster or slower than real time sound is played to correct the depth where it has no period. */
const STRETCH_SHARE = 0.01;
/** From one time that a period is left out or said twice to the next: quicker speech would be heard. */
const JOIN_INTERVAL_SAMPLES = 100 * SAMPLES_PER_MS;
/** What has been read is kept for so long, so that it can be said twice. */
const KEPT_SAMPLES = 20 * SAMPLES_PER_MS;
/** Quieter than this (RMS), pauses between words are lengthened and shortened unheard. */
const QUIET_RMS = 0.003;
/** A timestamp nearer to where it should be than this is rounding, not a gap. */
const SNAP_SAMPLES = 2 * SAMPLES_PER_MS;

/** How a voice's buffer stands. */
export interface VoiceReport {
	/** What is being played, in microseconds by the publisher's clock. */
	at: number;
	/** Whether it is being played, or waits for more. */
	playing: boolean;
	/** How much there is to play, in milliseconds. */
	depth: number;
	/** The depth that is kept at the least, in milliseconds. */
	reserve: number;
	/** How often it ran dry in the middle of a voice, so that there was silence. */
	underruns: number;
	/** How much of it was made up where nothing came, in milliseconds. */
	concealed: number;
}

/**
 * The jitter buffer of one voice: samples come in bursts with timestamps, and are read at a steady rate.
 *
 * It keeps the least depth of the last seconds near a reserve. The reserve grows by what came too late,
 * and shrinks slowly while all is well. Where nothing came in time, up to 60 ms are made up. Time is what has
 * been read: no other clock.
 */
export class VoiceBuffer {
	readonly #ring = new Float32Array(CAPACITY_SAMPLES);
	/** The timestamp of position 0, in microseconds. */
	#origin = 0;
	#started = false;
	#playing = false;
	/** Positions in samples: the next to be read (with its fraction), and the one after the last written. */
	#head = 0;
	#tail = 0;
	/** Everything before this position has been cleared. */
	#cleared = 0;
	/** Samples read since a period was left out or said twice. */
	#sinceJoin = 0;
	#reserve = FIRST_RESERVE_SAMPLES;
	#reserveBefore = FIRST_RESERVE_SAMPLES;
	/** Samples of silence given out since it ran dry; endless before its first sound. */
	#waited = Number.POSITIVE_INFINITY;
	readonly #concealment = new Concealment();
	/** Samples made up since it ran dry, by which all that follows is played later. */
	#inserted = 0;
	#concealed = 0;
	/** Samples read since anything was late. */
	#calm = TOGETHER_SAMPLES + 1;
	/** Whether what was late before says nothing of what will be. */
	#eased = false;
	#underruns = 0;
	/** As `#spare`, of the spells before. */
	#spares: number[] = [];
	/** How much time there was to spare for what came latest, since something was late or the reserve shrank. */
	#spare = Number.POSITIVE_INFINITY;
	/** By how much the depth is below the reserve; it soon will be there. */
	#lacking = 0;
	readonly #leastDepth = new WindowedMin(WINDOW_SAMPLES);
	/** How many samples were played: the clock of the least depth. */
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
			// Another clock altogether.
			this.#restart(at);
			position = 0;
		} else if (Math.abs(position - this.#tail) <= SNAP_SAMPLES) {
			this.#origin = at - (this.#tail * 1000) / SAMPLES_PER_MS;
			position = this.#tail;
		} else if (position > this.#tail) position = this.#close(position);
		if (this.#playing) {
			this.#arrived();
			const spare = position - this.#head;
			this.#spare = Math.min(this.#spare, spare + this.#lacking);
			if (spare < 0) this.late(-spare / SAMPLES_PER_MS);
			if (spare + samples.length <= 0) return;
		}
		if (!this.#playing && this.#tail - this.#head < 1) this.#resume(position);
		const end = position + samples.length;
		// A burst longer than the ring: the oldest goes.
		if (end - this.#head > CAPACITY_SAMPLES - 4 * PACKET_SAMPLES - KEPT_SAMPLES)
			this.#discard(end - this.#reserve - PACKET_SAMPLES);
		const from = Math.max(position, Math.ceil(this.#head));
		for (let place = from; place < end; place++) this.#ring[place & MASK] = samples[place - position] ?? 0;
		if (this.#concealment.active) this.#blend(from, end);
		this.#tail = Math.max(this.#tail, end);
	}

	/** Something came so many milliseconds too late to be played: from now on there is time for it. */
	late(ms: number): void {
		// What comes late together was held up by one cause: it counts once, by the latest of it.
		if (this.#calm > TOGETHER_SAMPLES) this.#reserveBefore = this.#reserve;
		const wanted = Math.min(MAX_RESERVE_SAMPLES, this.#reserveBefore + ms * SAMPLES_PER_MS + MARGIN_SAMPLES);
		if (wanted > this.#reserve) this.#reserve = wanted;
		this.#calm = 0;
		this.#spare = Number.POSITIVE_INFINITY;
		// What was still on its way when the cause was taken away says nothing of what will be.
		if (!this.#eased) this.#spares = [...this.#spares, MARGIN_SAMPLES].slice(-REMEMBERED_SPELLS);
	}

	/** What made things late was taken away: what is kept against it soon goes, unless it is needed after all. */
	ease(): void {
		this.#eased = true;
		this.#spares = [];
	}

	/** Something may soon be late by so many milliseconds: there is to be time for it when it is. */
	brace(ms: number): void {
		this.#reserve = Math.max(this.#reserve, Math.min(MAX_RESERVE_SAMPLES, ms * SAMPLES_PER_MS));
		this.#calm = 0;
	}

	/** Fills `out` with the next samples, silence where there are none. Returns whether the voice plays. */
	read(out: Float32Array): boolean {
		const count = out.length;
		if (!this.#playing) this.#play();
		if (!this.#playing) {
			this.#waited += count;
			out.fill(0);
			return false;
		}
		this.#calmDown(count);
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

	/** How it stands. */
	report(): VoiceReport {
		return {
			at: this.#origin + (this.#head * 1000) / SAMPLES_PER_MS,
			playing: this.#playing,
			depth: (this.#tail - this.#head) / SAMPLES_PER_MS,
			reserve: this.#reserve / SAMPLES_PER_MS,
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

	/** Makes up sound until there is so much to play. Returns whether there is. */
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

	/** Sound comes that does not follow on the last: what is missing is made up. Returns where it belongs. */
	#close(position: number): number {
		// What was made up while it was waited for stands for what never came.
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

	/** Goes over from what was made up into what came after all. */
	#blend(from: number, end: number): void {
		for (let place = from; place < Math.min(end, from + OVERLAP_SAMPLES); place++) {
			const share = (place - from + 1) / OVERLAP_SAMPLES;
			this.#ring[place & MASK] =
				(this.#ring[place & MASK] ?? 0) * share + this.#concealment.next() * (1 - share);
		}
		this.#concealment.end();
	}

	/** Sound comes while what was made up is still being played. */
	#arrived(): void {
		if (this.#inserted === 0) return;
		this.late(this.#inserted / SAMPLES_PER_MS);
		this.#inserted = 0;
	}

	/** Sound comes again after it ran dry: either it was late, or the speaker had paused sending. */
	#resume(position: number): void {
		const gap = position - this.#tail;
		if (gap > SNAP_SAMPLES) {
			// A pause at the source: what lies between will never come.
			this.#discard(position);
		} else if (this.#waited > 0 && this.#waited < SAMPLE_RATE_HZ) {
			this.#underruns++;
			this.late((this.#inserted + this.#waited) / SAMPLES_PER_MS);
		}
		this.#inserted = 0;
	}

	/** Plays, once there is enough: after it ran dry that is little, and the rest is made by saying periods twice. */
	#play(): void {
		const ranDry = this.#waited < SAMPLE_RATE_HZ;
		const depth = this.#tail - this.#head;
		if (depth < PACKET_SAMPLES + (ranDry ? MIN_RESERVE_SAMPLES : this.#reserve)) return;
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

	#calmDown(count: number): void {
		const before = this.#calm;
		this.#calm += count;
		if (this.#eased && before < SETTLED_AFTER_SAMPLES && this.#calm >= SETTLED_AFTER_SAMPLES) {
			this.#spare = Number.POSITIVE_INFINITY;
		}
		if (this.#calm < (this.#eased ? EASED_SHRINK_AFTER_SAMPLES : SHRINK_AFTER_SAMPLES)) return;
		this.#calm = TOGETHER_SAMPLES + 1;
		this.#spares = [...this.#spares, this.#spare].slice(-REMEMBERED_SPELLS);
		const surplus = Math.max(0, Math.min(...this.#spares) - MARGIN_SAMPLES);
		// Never by more than half of what nothing has needed: the next late packet may be a little later.
		const shrink = this.#eased
			? surplus * EASED_SHRINK_SHARE
			: Math.min(surplus / 2, this.#reserve * SHRINK_SHARE);
		this.#eased = false;
		const kept = Math.max(MIN_RESERVE_SAMPLES, this.#reserve - shrink);
		// With less kept there is so much less to spare.
		this.#spares = this.#spares.map((spare) => spare - (this.#reserve - kept));
		this.#reserve = kept;
		this.#spare = Number.POSITIVE_INFINITY;
	}

	/** By how much the least depth of late is above the reserve; 0 while it is not known. */
	#surplus(): number {
		this.#leastDepth.push(this.#played, this.#tail - this.#head);
		return this.#leastDepth.isSettled ? (this.#leastDepth.value ?? 0) - this.#reserve : 0;
	}

	#isQuiet(count: number): boolean {
		let power = 0;
		for (let place = Math.floor(this.#head); place < this.#head + count; place++) {
			power += (this.#ring[place & MASK] ?? 0) ** 2;
		}
		return power < QUIET_RMS * QUIET_RMS * count;
	}

	/**
	 * Goes over from the sound that is next to where it is the same again, later or earlier: a period of a voice is
	 * left out or said twice, and neither its pitch nor its sound is changed. Returns whether it did.
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

	/** Reads at a rate (1: as it is), and clears what has been read. */
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
		// What the rate took from the depth beyond real time, or left to it, was meant: not a finding.
		this.#leastDepth.shift(-out.length * (rate - 1));
		this.#discard(end);
	}

	/** Moves the head, leaving silence a little behind it, which is what a lost packet then reads as. */
	#discard(to: number): void {
		for (; this.#cleared < Math.floor(to) - KEPT_SAMPLES; this.#cleared++)
			this.#ring[this.#cleared & MASK] = 0;
		this.#head = to;
		this.#tail = Math.max(this.#tail, Math.ceil(to));
	}
}
