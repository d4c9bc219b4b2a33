import { expect, it } from "vitest";
import { DelayMeter } from "./delay-meter";

it("tells by how much the most is later than the quickest", () => {
	const meter = new DelayMeter();
	expect(meter.take()).toBeNull();
	expect(meter.arrived).toBeNull();
	// A publisher whose clock is 1,000 s behind ours, 40 ms away.
	const came = (at: number, delay: number) => meter.push((at - 1_000_000) * 1_000, at + delay);
	for (let at = 0; at < 500; at += 20) came(at, 40);
	expect(meter.take()).toEqual({ median: 0, least: 0, overtaken: 0 });
	expect(meter.arrived).toBe(520);
	for (let at = 500; at < 1_000; at += 20) came(at, at % 100 === 0 ? 900 : 140);
	expect(meter.take()?.median).toBe(100);
	expect(meter.take()).toBeNull();
});

it("says of each how late it is beyond the least so far", () => {
	const meter = new DelayMeter();
	expect(meter.push(0, 140)).toBe(0);
	expect(meter.push(20_000, 60)).toBe(0);
	expect(meter.push(40_000, 180)).toBe(100);
});

it("counts what was lost and sent again, and so came after what followed it", () => {
	const meter = new DelayMeter();
	let at = 0;
	const came = (...delays: number[]) => {
		for (const delay of delays) {
			at += 20;
			meter.push(at * 1_000, at + delay);
		}
	};
	came(40, 60, 150, 50, 45, 145, 40);
	expect(meter.take()).toEqual({ median: 10, least: 0, overtaken: 2 });
	// Two in a row: the second is overtaken.
	came(40, 160, 140, 40);
	expect(meter.take()).toMatchObject({ least: 0, overtaken: 1 });
	// A queue that fills at once, and is emptied.
	came(40, 200, 180, 160, 140, 120, 100, 80, 60, 40);
	expect(meter.take()).toMatchObject({ least: 0, overtaken: 0 });
	// Jitter.
	came(40, 90, 40, 85, 45);
	expect(meter.take()).toMatchObject({ overtaken: 0 });
});

it("forgets the least in time, as clocks drift and ways change", () => {
	const meter = new DelayMeter();
	meter.push(0, 40);
	for (let at = 20; at < 70_000; at += 20) meter.push(at * 1_000, at + 240);
	meter.take();
	meter.push(70_000_000, 70_240);
	expect(meter.take()?.median).toBe(0);
});
