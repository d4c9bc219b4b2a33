import { describe, expect, it } from "vitest";
import { SAMPLE_RATE_HZ } from "../sample-rate";
import { VoiceBuffer } from "./voice-buffer";

const PACKET = 960;
const QUANTUM = 128;

interface Arrival {
	/** When it arrives, in milliseconds. */
	at: number;
	/** Which packet of 20 ms it is. */
	packet: number;
}

const tone = (packet: number): Float32Array =>
	Float32Array.from(
		{ length: PACKET },
		(_, i) => 0.3 * Math.sin((2 * Math.PI * 440 * (packet * PACKET + i)) / SAMPLE_RATE_HZ),
	);

/** Plays arrivals for so many seconds; returns what was heard, and the buffer. */
function play(
	arrivals: Arrival[],
	seconds: number,
	sound = tone,
): { heard: Float32Array; voice: VoiceBuffer } {
	const voice = new VoiceBuffer();
	const heard = new Float32Array(Math.floor((seconds * SAMPLE_RATE_HZ) / QUANTUM) * QUANTUM);
	const waiting = arrivals.toSorted((a, b) => a.at - b.at);
	for (let place = 0; place < heard.length; place += QUANTUM) {
		const now = (place * 1000) / SAMPLE_RATE_HZ;
		for (let next = waiting[0]; next && next.at <= now; next = waiting[0]) {
			voice.write(next.packet * 20_000 + 777, sound(next.packet));
			waiting.shift();
		}
		voice.read(heard.subarray(place, place + QUANTUM));
	}
	return { heard, voice };
}

const steady = (seconds: number, late: (packet: number) => number = () => 0): Arrival[] =>
	Array.from({ length: seconds * 50 }, (_, packet) => ({ packet, at: packet * 20 + late(packet) }));

/** How many milliseconds of silence there are after the beginning, in whole quanta. */
function silences(heard: Float32Array, fromMs: number): number {
	let quanta = 0;
	for (
		let place = Math.floor((fromMs * SAMPLE_RATE_HZ) / 1000 / QUANTUM) * QUANTUM;
		place < heard.length;
		place += QUANTUM
	) {
		if (heard.subarray(place, place + QUANTUM).every((sample) => sample === 0)) quanta++;
	}
	return (quanta * QUANTUM * 1000) / SAMPLE_RATE_HZ;
}

/** A sine's steepest step: anything more would be a click. */
const STEEPEST = 0.3 * ((2 * Math.PI * 440) / SAMPLE_RATE_HZ);

function steepest(heard: Float32Array): number {
	return heard.reduce(
		(most, sample, at) => (at === 0 ? 0 : Math.max(most, Math.abs(sample - (heard[at - 1] ?? 0)))),
		0,
	);
}

// Minutes of sound are played: on a busy machine that takes a while.
describe("VoiceBuffer", { timeout: 60_000 }, () => {
	it("begins within 80 ms of the first packet and then plays without a gap", () => {
		const { heard, voice } = play(steady(10), 9.9);
		const began = heard.findIndex((sample) => sample !== 0);
		expect(began).toBeGreaterThan(0.04 * SAMPLE_RATE_HZ);
		expect(began).toBeLessThan(0.08 * SAMPLE_RATE_HZ);
		expect(silences(heard, 100)).toBe(0);
		expect(voice.report().underruns).toBe(0);
	});

	it("plays the samples as they were, in their order", () => {
		const { heard } = play(steady(1), 0.99);
		const began = heard.findIndex((sample) => Math.abs(sample) > 1e-6) - 1;
		const expected = Float32Array.from(
			{ length: 24_000 },
			(_, i) => 0.3 * Math.sin((2 * Math.PI * 440 * i) / SAMPLE_RATE_HZ),
		);
		for (let i = 0; i < expected.length; i++) expect(heard[began + i]).toBeCloseTo(expected[i] ?? 0, 4);
	});

	it("takes jitter within its reserve without a gap", () => {
		const { heard } = play(
			steady(20, (packet) => (packet * 7919) % 40),
			19.9,
		);
		expect(silences(heard, 200)).toBe(0);
	});

	it("grows by what comes late, so that the same lateness is not heard again", () => {
		// Every 2 s a packet is 180 ms late, as a retransmission over a long way is, and those
		// after it wait.
		const arrivals = steady(40, (packet) => Math.max(0, 180 - 20 * ((packet + 50) % 100)));
		const { heard, voice } = play(arrivals, 39.8);
		expect(voice.report().reserve).toBeGreaterThan(150);
		expect(silences(heard, 20_000)).toBe(0);
		expect(play(arrivals, 20).voice.report().concealed).toBe(voice.report().concealed);
	});

	it("counts what is late together once", () => {
		// One stall of 300 ms, after which all that was held up comes in one burst.
		const arrivals = steady(10, (packet) => (packet >= 100 && packet < 115 ? (115 - packet) * 20 : 0));
		const { voice } = play(arrivals, 9.9);
		expect(voice.report().underruns).toBe(1);
		expect(voice.report().reserve).toBeLessThanOrEqual(400);
		expect(voice.report().reserve).toBeGreaterThan(200);
	});

	it("shrinks again while all is well", () => {
		const once = steady(120, (packet) => (packet === 50 ? 250 : 0));
		const early = play(once, 25).voice.report();
		const later = play(once, 119).voice.report();
		expect(later.reserve).toBeLessThan(early.reserve / 2);
		expect(later.depth).toBeLessThan(early.depth);
	});

	it("keeps what it needs twice a minute", () => {
		// A packet in half a minute is late, each time by as much.
		const arrivals = steady(200, (packet) => (packet % 1_500 === 1_400 ? 180 : 0));
		expect(silences(play(arrivals, 199).heard, 60_000)).toBe(0);
	});

	it("makes up a lost packet and goes on in time", () => {
		const whole = play(steady(4), 2.2).voice;
		const { heard, voice } = play(
			steady(4).filter(({ packet }) => packet !== 100),
			2.2,
		);
		expect(silences(heard, 200)).toBe(0);
		expect(steepest(heard.subarray(SAMPLE_RATE_HZ))).toBeLessThan(1.15 * STEEPEST);
		expect(voice.report().underruns).toBe(0);
		expect(voice.report().concealed).toBe(20);
		// A period said twice is all that may lie between.
		expect(Math.abs(voice.report().at - whole.report().at)).toBeLessThan(15_000);
	});

	it("makes up what is late for a moment, and plays it all", () => {
		// All that is held up for 120 ms comes at once.
		const arrivals = steady(6, (packet) => (packet >= 100 && packet < 106 ? (106 - packet) * 20 : 0));
		const { heard, voice } = play(arrivals, 2.5);
		expect(silences(heard, 200)).toBe(0);
		expect(steepest(heard.subarray(SAMPLE_RATE_HZ))).toBeLessThan(1.3 * STEEPEST);
		expect(voice.report().underruns).toBe(0);
		expect(voice.report().concealed).toBeGreaterThan(20);
		expect(voice.report().concealed).toBeLessThanOrEqual(60);
	});

	it("makes up no more than 60 ms", () => {
		const { heard, voice } = play(
			steady(4).filter(({ packet }) => packet < 100 || packet >= 125),
			3.9,
		);
		expect(voice.report().concealed).toBe(60);
		expect(silences(heard, 200)).toBeGreaterThan(400);
		expect(silences(heard, 200)).toBeLessThan(500);
	});

	it("plays again soon after it ran dry, and says periods twice until there is what it needs", () => {
		const arrivals = steady(8, (packet) => (packet >= 100 ? 300 : 0));
		const soon = play(arrivals, 3).voice.report();
		expect(silences(play(arrivals, 7.9).heard, 200)).toBeLessThan(300);
		expect(soon.underruns).toBe(1);
		const later = play(arrivals, 7.9).voice.report();
		expect(later.depth).toBeGreaterThan(soon.depth + 80);
		expect(later.depth).toBeGreaterThan(later.reserve - 20);
		expect(later.underruns).toBe(1);
	});

	it("does not take a pause at the source for lateness", () => {
		const arrivals = steady(10).filter(({ packet }) => packet < 100 || packet > 300);
		const { voice } = play(arrivals, 9.9);
		expect(voice.report().underruns).toBe(0);
		expect(voice.report().reserve).toBeLessThanOrEqual(50);
	});

	it("forgets within seconds what was late when the cause of it is taken away", () => {
		const late = (packet: number): number => (packet > 50 && packet < 150 ? 300 : 0);
		const before = play(steady(6, late), 5.9).voice;
		expect(before.report().reserve).toBeGreaterThan(250);
		before.ease();
		const out = new Float32Array(QUANTUM);
		let read = 0;
		for (let packet = 300; packet < 600; packet++) {
			before.write(packet * 20_000 + 777, tone(packet));
			for (; read < (packet - 299) * PACKET; read += QUANTUM) before.read(out);
		}
		expect(before.report().reserve).toBeLessThan(150);
	});

	it("does not count what was on its way when the cause was taken away", () => {
		const { voice } = play(steady(4), 4);
		voice.late(250);
		voice.ease();
		const out = new Float32Array(QUANTUM);
		let read = 4 * SAMPLE_RATE_HZ;
		for (let packet = 200; packet < 600; packet++) {
			// Half a second later the last of it comes too late as well.
			if (packet === 225) voice.late(300);
			voice.write(packet * 20_000 + 777, tone(packet));
			for (; read < (packet + 1) * PACKET; read += QUANTUM) voice.read(out);
		}
		expect(voice.report().reserve).toBeLessThan(200);
	});

	it("keeps time for what may soon be late", () => {
		const voice = new VoiceBuffer();
		const out = new Float32Array(QUANTUM);
		let read = 0;
		for (let packet = 0; packet < 540; packet++) {
			if (packet === 50) voice.brace(250);
			voice.write(packet * 20_000, tone(packet));
			for (; read < (packet + 1) * PACKET; read += QUANTUM) voice.read(out);
		}
		expect(voice.report().reserve).toBe(250);
		expect(voice.report().depth).toBeGreaterThan(200);
		expect(voice.report().underruns).toBe(0);
	});

	it("gives up what it need not keep within seconds, and changes nothing of the voice but its length", () => {
		const late = (packet: number): number => (packet > 50 && packet < 150 ? 300 : 0);
		const { heard, voice } = play(steady(30, late), 5.9);
		expect(voice.report().depth).toBeGreaterThan(250);
		voice.ease();
		const after: number[] = [];
		const out = new Float32Array(QUANTUM);
		let read = Math.floor(5.9 * SAMPLE_RATE_HZ);
		let low = 0;
		for (let packet = 295; packet < 295 + 8 * 50; packet++) {
			voice.write(packet * 20_000 + 777, tone(packet));
			for (; read < (packet + 1) * PACKET; read += QUANTUM) {
				voice.read(out);
				after.push(...out);
			}
			if (low === 0 && voice.report().depth < voice.report().reserve + 40) low = packet;
		}
		// Some 200 ms of sound within two seconds of the reserve's shrinking.
		expect(low).toBeGreaterThan(0);
		expect(low).toBeLessThan(295 + 4 * 50);
		expect(steepest(Float32Array.from(after))).toBeLessThan(1.15 * STEEPEST);
		expect(silences(heard, 5_000)).toBe(0);
	});

	it("follows a source whose clock is fast or slow without a gap, and without falling ever further behind", () => {
		for (const drift of [-0.0005, 0.0005]) {
			const arrivals = Array.from({ length: 6_000 }, (_, packet) => ({
				packet,
				at: packet * 20 * (1 + drift),
			}));
			const { heard, voice } = play(arrivals, 118);
			expect(silences(heard, 200)).toBe(0);
			expect(voice.report().depth).toBeLessThan(120);
		}
		// Four minutes of sound: a busy machine takes longer to reckon with them than a test may by
		// default.
	}, 60_000);

	it("leaves out or throws away what has piled up, rather than to play it late", () => {
		// Twenty seconds in, a second of sound comes at once: as after a page was held up.
		const arrivals = steady(40, (packet) => (packet >= 1_000 && packet < 1_050 ? (1_050 - packet) * 20 : 0));
		const { depth, reserve } = play(arrivals, 26).voice.report();
		expect(reserve).toBe(600);
		expect(depth).toBeLessThan(reserve + 20);
	});

	it("begins anew when the timestamps are of another clock", () => {
		const voice = new VoiceBuffer();
		const out = new Float32Array(QUANTUM);
		for (let packet = 0; packet < 10; packet++) voice.write(packet * 20_000, tone(packet));
		for (let i = 0; i < 10; i++) voice.read(out);
		for (let packet = 0; packet < 10; packet++) voice.write(9e9 + packet * 20_000, tone(packet));
		expect(voice.report().at).toBe(9e9);
		voice.read(out);
		expect(voice.report().playing).toBe(true);
	});

	it("says what is being played by the publisher's clock", () => {
		const { voice } = play(steady(5), 4.5);
		const { at } = voice.report();
		// 4.5 s after the first packet's arrival, some 60 to 90 ms behind.
		expect(at).toBeGreaterThan(4_400_000);
		expect(at).toBeLessThan(4_450_000);
	});
});
