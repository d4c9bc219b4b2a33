import { describe, expect, it } from "vitest";
import { h264For, LIMITS, limitsFor, sizeToSend } from "./picture-format";

describe("the size to send", () => {
	it.each([
		["camera", 640, 360, 640, 360],
		["camera", 1280, 720, 1280, 720],
		["camera", 1920, 1080, 1280, 720],
		["camera", 640, 480, 640, 480],
		["camera_small", 1280, 720, 640, 360],
		["camera_small", 640, 480, 480, 360],
		["camera_small", 360, 640, 202, 360],
		["screen", 1920, 1080, 1920, 1080],
		["screen", 2560, 1600, 1728, 1080],
		["screen", 1365, 767, 1366, 768],
		["screen", 3, 3, 16, 16],
	] as const)("of a %s of %ix%i is %ix%i", (source, width, height, toWidth, toHeight) => {
		expect(sizeToSend(LIMITS[source], width, height)).toEqual({ width: toWidth, height: toHeight });
	});
});

describe("the H.264 level", () => {
	it.each([
		[640, 360, "avc1.42e01f"],
		[1280, 720, "avc1.42e01f"],
		[1366, 768, "avc1.42e028"],
		[1920, 1080, "avc1.42e028"],
	])("for %ix%i is that of %s", (width, height, codec) => expect(h264For(width, height)).toBe(codec));
});

describe("the limits", () => {
	it.each([
		["camera", 1280, 720, false, 1280, 1_500_000],
		["camera_small", 1280, 720, false, 640, 450_000],
		["camera", 640, 480, false, 640, 700_000],
		["camera_small", 640, 360, false, 320, 200_000],
		["camera", 1280, 720, true, 640, 700_000],
		["camera_small", 1280, 720, true, 320, 200_000],
		["screen", 640, 360, true, 1920, 1_800_000],
		["screen_small", 640, 360, false, 1920, 500_000],
	] as const)(
		"of a %s of %ix%i, modest: %s, are a width of %i and %i bit/s",
		(source, width, height, modest, most, bitrate) => {
			expect(limitsFor(source, width, height, modest)).toMatchObject({ width: most, bitrate });
		},
	);
});
