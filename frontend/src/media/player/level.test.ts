import { describe, expect, it } from "vitest";
import { type Choice, type Level, LevelPolicy, type Sample } from "./level";

const CALM = { soundDelay: 20, underruns: 0, pictureDelay: 60, lost: 0, linkDelay: 10 };
const AUTOMATIC: Choice = { small: true, saving: "automatic" };

/** Whatever is late is so because the viewer's own connection is, unless it is said otherwise. */
function burdened({ soundDelay, pictureDelay, underruns }: Partial<Sample>): boolean {
	return (soundDelay ?? 0) > 350 || (pictureDelay ?? 0) > 800 || (underruns ?? 0) > 0;
}

/** A viewer who sees the same for so many seconds at a time. */
function viewer(choice: Choice = AUTOMATIC) {
	const policy = new LevelPolicy();
	let now = 0;
	return {
		sees: (what: Partial<Sample>, seconds: number, other: Choice = choice): Level => {
			for (const end = now + seconds * 1_000; now < end; ) {
				now += 500;
				policy.step({ ...CALM, now, linkDelay: burdened(what) ? 300 : 10, ...what }, other);
			}
			return policy.level;
		},
	};
}

describe("LevelPolicy", () => {
	it.each<[string, Partial<Sample>]>([
		["late sound", { soundDelay: 400 }],
		["late pictures", { pictureDelay: 900 }],
		["groups given up", { lost: 1 }],
		["sound that breaks off", { underruns: 1 }],
	])("goes down within two seconds of %s", (_, trouble) => {
		const at = viewer();
		expect(at.sees({}, 30)).toBe("full");
		expect(at.sees(trouble, 2)).toBe("small");
	});

	it.each<[string, Partial<Sample>]>([
		["a loss that is made good", { soundDelay: 90, pictureDelay: 200 }],
		["nothing to hear or see", { soundDelay: null, pictureDelay: null }],
	])("stays in spite of %s", (_, seen) => {
		expect(viewer().sees(seen, 60)).toBe("full");
	});

	it("stays in spite of a single bad second, and of a voice that breaks off now and then", () => {
		const at = viewer();
		at.sees({}, 5);
		expect(at.sees({ soundDelay: 500 }, 1)).toBe("full");
		for (let again = 0; again < 10; again++) {
			at.sees({ underruns: 1 }, 0.5);
			expect(at.sees({}, 2)).toBe("full");
		}
	});

	it("stays where only the speaker's connection is weak", () => {
		expect(viewer().sees({ soundDelay: 600, pictureDelay: 2_000, linkDelay: 20 }, 60)).toBe("full");
	});

	it("goes down step by step, giving each step time to show", () => {
		const at = viewer();
		const bad = { soundDelay: 600, pictureDelay: 2_000 };
		expect(at.sees(bad, 2)).toBe("small");
		expect(at.sees(bad, 2)).toBe("small");
		expect(at.sees(bad, 1)).toBe("stills");
		expect(at.sees({ ...bad, pictureDelay: null }, 3)).toBe("sound");
		expect(at.sees({ ...bad, pictureDelay: null }, 60)).toBe("sound");
	});

	it("goes up after ten seconds of calm, step by step", () => {
		const at = viewer();
		at.sees({ soundDelay: 600 }, 30);
		expect(at.sees({}, 9.5)).toBe("sound");
		expect(at.sees({}, 1)).toBe("stills");
		expect(at.sees({}, 10.5)).toBe("small");
		expect(at.sees({}, 10.5)).toBe("full");
	});

	it("waits longer after each try that failed, and forgets it when one has gone well", () => {
		const at = viewer();
		at.sees({ pictureDelay: 1_000 }, 2);
		for (const wait of [10, 20, 40, 80, 160, 160]) {
			expect(at.sees({}, wait - 0.5)).toBe("small");
			expect(at.sees({}, 1)).toBe("full");
			expect(at.sees({ pictureDelay: 1_000 }, 4)).toBe("small");
			at.sees({ pictureDelay: 400 }, 1);
		}
		at.sees({}, 161);
		expect(at.sees({}, 46)).toBe("full");
		expect(at.sees({ pictureDelay: 1_000 }, 2)).toBe("small");
		expect(at.sees({}, 10.5)).toBe("full");
	});

	it("is not calm while pictures are a little late", () => {
		const at = viewer();
		at.sees({ pictureDelay: 1_000 }, 2);
		expect(at.sees({ pictureDelay: 400 }, 60)).toBe("small");
	});

	it("is not misled by an outage, nor by what it held up", () => {
		const policy = new LevelPolicy();
		for (let now = 500; now <= 8_000; now += 500) policy.rest(now);
		for (let now = 8_500; now < 11_000; now += 500)
			policy.step({ ...CALM, now, soundDelay: 900, pictureDelay: 2_000, linkDelay: 400 }, AUTOMATIC);
		expect(policy.level).toBe("full");
		policy.step({ ...CALM, now: 11_500, soundDelay: 900 }, AUTOMATIC);
		expect(policy.level).toBe("small");
	});

	it("leaves out the small rendition where there is none", () => {
		const at = viewer({ small: false, saving: "automatic" });
		expect(at.sees({ pictureDelay: 1_000 }, 2)).toBe("stills");
		expect(at.sees({}, 10.5)).toBe("full");
	});

	it("goes to what is left when the small rendition ends", () => {
		const at = viewer();
		expect(at.sees({ pictureDelay: 1_000 }, 2)).toBe("small");
		expect(at.sees({}, 0.5, { small: false, saving: "automatic" })).toBe("stills");
	});

	it.each<[Choice["saving"], boolean, Level]>([
		["small", true, "small"],
		["small", false, "stills"],
		["sound", true, "sound"],
	])("takes no more than the viewer wants: %s", (saving, small, level) => {
		expect(viewer({ small, saving }).sees({}, 300)).toBe(level);
	});

	it("goes below what the viewer wants, and up at once when they want more", () => {
		const at = viewer({ small: true, saving: "small" });
		at.sees({}, 5);
		expect(at.sees({ soundDelay: 600 }, 3)).toBe("stills");
		expect(at.sees({}, 10.5)).toBe("small");
		expect(at.sees({}, 0.5, AUTOMATIC)).toBe("full");
	});
});
