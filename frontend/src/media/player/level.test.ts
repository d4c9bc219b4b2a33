import { describe, expect, it } from "vitest";
import { CHECK_INTERVAL_MS, type Choice, type Level, LevelPolicy, type Sample } from "./level";

const CALM = {
	soundDelay: 20,
	underruns: 0,
	pictureDelay: 60,
	lost: 0,
	linkDelay: 10,
	rate: 900,
	whole: true,
};
const AUTOMATIC: Choice = { small: true, saving: "automatic", shown: 1 };

/** Whatever is late is so because the viewer's own connection is, unless it is said otherwise. */
function burdened({ soundDelay, pictureDelay, underruns }: Partial<Sample>): boolean {
	return (soundDelay ?? 0) > 140 || (pictureDelay ?? 0) > 800 || (underruns ?? 0) > 0;
}

/** As below, with the policy. */
function watched(choice: Choice = AUTOMATIC) {
	const policy = new LevelPolicy();
	let now = 0;
	return {
		policy,
		sees: (what: Partial<Sample>, seconds: number, other: Choice = choice): Level => {
			for (const end = now + seconds * 1_000; now < end; ) {
				now += CHECK_INTERVAL_MS;
				policy.step({ ...CALM, now, linkDelay: burdened(what) ? 300 : 10, ...what }, other);
			}
			return policy.level;
		},
	};
}

/** A viewer who sees the same for so many seconds at a time. */
function viewer(choice: Choice = AUTOMATIC) {
	return { sees: watched(choice).sees };
}

describe("LevelPolicy", () => {
	it.each<[string, Partial<Sample>]>([
		["late sound", { soundDelay: 200 }],
		["late pictures", { pictureDelay: 900 }],
		["groups given up", { lost: 1 }],
		["sound that breaks off", { underruns: 1 }],
	])("goes down within a second and a half of %s", (_, trouble) => {
		const at = viewer();
		expect(at.sees({}, 30)).toBe("full");
		expect(at.sees(trouble, 1.5)).toBe("small");
	});

	it("goes down at once when sound is very late", () => {
		const at = viewer();
		at.sees({}, 30);
		expect(at.sees({ soundDelay: 500 }, 0.75)).toBe("small");
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
		expect(at.sees({ soundDelay: 300 }, 1)).toBe("full");
		for (let again = 0; again < 10; again++) {
			at.sees({ underruns: 1 }, 0.25);
			expect(at.sees({}, 2)).toBe("full");
		}
	});

	it("stays in spite of a group that is given up now and then", () => {
		const at = viewer();
		for (let again = 0; again < 10; again++) {
			at.sees({ lost: 1 }, 0.25);
			expect(at.sees({}, 3)).toBe("full");
		}
	});

	it("stays where only the speaker's connection is weak", () => {
		expect(viewer().sees({ soundDelay: 600, pictureDelay: 2_000, linkDelay: 20 }, 60)).toBe("full");
	});

	it.each<[number, Level]>([
		[1_000, "small"],
		[150, "small"],
		[130, "stills"],
		[110, "sound"],
	])("goes down as far as it has to: where %i kbit/s come, to %s", (rate, level) => {
		expect(viewer().sees({ soundDelay: 200, rate }, 1.5)).toBe(level);
	});

	it("goes down one step where what came may not be all", () => {
		const at = viewer();
		expect(at.sees({ soundDelay: 200, rate: 60, whole: false }, 1.5)).toBe("small");
		expect(at.sees({ soundDelay: 200, rate: 60, whole: false }, 2)).toBe("sound");
	});

	it("takes the small renditions of several pictures only where there is room for them", () => {
		expect(viewer({ ...AUTOMATIC, shown: 3 }).sees({ soundDelay: 200, rate: 350 }, 1.5)).toBe("stills");
	});

	it("gives each step time to show", () => {
		const at = viewer();
		const bad = { soundDelay: 300, pictureDelay: 2_000 };
		expect(at.sees(bad, 1.5)).toBe("small");
		expect(at.sees(bad, 1.5)).toBe("small");
		expect(at.sees(bad, 1)).toBe("stills");
		expect(at.sees({ ...bad, pictureDelay: null }, 3)).toBe("sound");
		expect(at.sees({ ...bad, pictureDelay: null }, 60)).toBe("sound");
	});

	it("goes up after ten seconds of calm where the link was wide enough, step by step", () => {
		const at = viewer();
		at.sees({ soundDelay: 300, rate: 2_000 }, 30);
		expect(at.sees({}, 9.5)).toBe("sound");
		expect(at.sees({}, 1)).toBe("stills");
		expect(at.sees({}, 10.5)).toBe("small");
		expect(at.sees({}, 10.5)).toBe("full");
	});

	it("waits longer where the link was too narrow, and says when it is about to try", () => {
		const { policy, sees } = watched();
		sees({ soundDelay: 300 }, 1.5);
		expect(sees({}, 20)).toBe("small");
		expect(policy.isAboutToTry(21_000)).toBe(false);
		expect(sees({}, 9)).toBe("small");
		expect(policy.isAboutToTry(30_500)).toBe(true);
		expect(sees({}, 1.5)).toBe("full");
		expect(policy.isAboutToTry(32_000)).toBe(false);
	});

	it("breaks a try off at the first sign that it was one too many, and goes back to what went well", () => {
		const { policy, sees } = watched();
		sees({ soundDelay: 300, rate: 130 }, 1.5);
		expect(policy.level).toBe("stills");
		expect(sees({}, 30.5)).toBe("small");
		expect(sees({ soundDelay: 130 }, 0.25)).toBe("stills");
		// What is on its way still comes late.
		expect(sees({ soundDelay: 300 }, 3.5)).toBe("stills");
	});

	it("waits longer after each try that failed, and forgets it when one has gone well", () => {
		const at = viewer();
		at.sees({ pictureDelay: 1_000 }, 1.5);
		for (const wait of [30, 60, 120, 160, 160]) {
			expect(at.sees({}, wait - 0.5)).toBe("small");
			expect(at.sees({}, 1)).toBe("full");
			expect(at.sees({ pictureDelay: 1_000 }, 2)).toBe("small");
			at.sees({ pictureDelay: 400 }, 1);
		}
		at.sees({}, 161);
		expect(at.sees({}, 46)).toBe("full");
		expect(at.sees({ pictureDelay: 1_000, rate: 2_000 }, 1.5)).toBe("small");
		expect(at.sees({}, 10.5)).toBe("full");
	});

	it("is not calm while pictures are a little late", () => {
		const at = viewer();
		at.sees({ pictureDelay: 1_000 }, 1.5);
		expect(at.sees({ pictureDelay: 400 }, 60)).toBe("small");
	});

	it("is not misled by an outage, nor by what it held up", () => {
		const policy = new LevelPolicy();
		for (let now = 250; now <= 8_000; now += 250) policy.rest(now);
		const late = { ...CALM, soundDelay: 900, pictureDelay: 2_000, linkDelay: 400 };
		for (let now = 8_250; now < 10_000; now += 250) policy.step({ ...late, now }, AUTOMATIC);
		expect(policy.level).toBe("full");
		policy.step({ ...late, now: 10_250 }, AUTOMATIC);
		expect(policy.level).toBe("small");
	});

	it("leaves out the small rendition where there is none", () => {
		const at = viewer({ ...AUTOMATIC, small: false });
		expect(at.sees({ pictureDelay: 1_000 }, 1.5)).toBe("stills");
		expect(at.sees({}, 30.5)).toBe("full");
	});

	it("goes to what is left when the small rendition ends", () => {
		const at = viewer();
		expect(at.sees({ pictureDelay: 1_000 }, 1.5)).toBe("small");
		expect(at.sees({}, 0.5, { ...AUTOMATIC, small: false })).toBe("stills");
	});

	it.each<[Choice["saving"], boolean, Level]>([
		["small", true, "small"],
		["small", false, "stills"],
		["sound", true, "sound"],
	])("takes no more than the viewer wants: %s", (saving, small, level) => {
		expect(viewer({ small, saving, shown: 1 }).sees({}, 300)).toBe(level);
	});

	it("goes below what the viewer wants, and up at once when they want more", () => {
		const at = viewer({ ...AUTOMATIC, saving: "small" });
		at.sees({}, 5);
		expect(at.sees({ soundDelay: 600, rate: 550 }, 2)).toBe("stills");
		expect(at.sees({}, 30.5)).toBe("small");
		expect(at.sees({}, 0.5, AUTOMATIC)).toBe("full");
	});
});
