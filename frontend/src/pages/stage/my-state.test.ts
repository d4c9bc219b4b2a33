import { describe, expect, it } from "vitest";
import type { Stream, View } from "@/wire/protocol";
import { myState, type OwnSide } from "./my-state";

const open: View = { phase: "open", present: {}, hands: [], floor: [], stage: [], booths: {}, streams: {} };
const side: OwnSide = { live: true, microphone: true, muted: false, waiting: false, hadFloor: false };
const stream: Stream = { path: "me/camera/1", codec: "vp8" };
const sound: Stream = { path: "me/microphone/1", codec: "opus" };
const given = (microphone: boolean): View => ({
	...open,
	floor: [{ seat: "me", since: 7, microphone, language: "en" }],
	streams: microphone ? { me: { microphone: sound } } : {},
});

describe("what is said", () => {
	it.each<[string, View, Partial<OwnSide>, string, boolean]>([
		["before the opening", { ...open, phase: "planned" }, {}, "planned", false],
		["after the closing", { ...open, phase: "closed" }, { hadFloor: true }, "closed", false],
		["without the floor", open, {}, "noFloor", false],
		["when it was taken", open, { hadFloor: true }, "floorTaken", false],
		["with the hand up", { ...open, hands: ["bo", "me"] }, { hadFloor: true }, "handUp", false],
		["with the floor", given(true), {}, "floor", true],
		["muted by myself", given(true), { muted: true }, "floorMuted", false],
		["without a microphone", given(true), { microphone: false }, "floorNoMicrophone", false],
		[
			"with sound that does not arrive",
			{ ...given(true), booths: {}, streams: {} },
			{ waiting: true },
			"floorWaiting",
			false,
		],
		["with sound that is about to arrive", { ...given(true), booths: {}, streams: {} }, {}, "floor", false],
		["with a lost connection", given(true), { live: false }, "lostWithFloor", false],
		["with a lost connection and no floor", open, { live: false, hadFloor: true }, "lost", false],
		["closed by the chair", given(false), { muted: true }, "floorClosed", false],
	])("%s", (_, view, own, said, onAir) => {
		expect(myState(view, "me", { ...side, ...own })).toMatchObject({ said, onAir });
	});

	it("has the hand's place and since when I have the floor", () => {
		expect(myState({ ...open, hands: ["bo", "me"] }, "me", side)).toMatchObject({ place: 2, since: null });
		expect(myState(given(true), "me", side)).toMatchObject({ place: 0, since: 7 });
	});
});

describe("which picture the hall sees", () => {
	const shown: View = {
		...open,
		stage: [
			{ seat: "me", source: "camera" },
			{ seat: "bo", source: "screen" },
			{ seat: "me", source: "screen" },
		],
	};
	it.each<[View["streams"], string | null]>([
		[{}, null],
		[{ me: { camera: stream } }, "camera"],
		[{ me: { screen: stream }, bo: { screen: stream } }, "screen"],
		[{ me: { camera: stream, screen: stream } }, "both"],
	])("with the streams %j: %s", (streams, picture) => {
		expect(myState({ ...shown, streams }, "me", side).picture).toBe(picture);
	});
});
