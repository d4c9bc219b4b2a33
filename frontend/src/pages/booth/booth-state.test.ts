import { describe, expect, it } from "vitest";
import type { Booth, View } from "@/wire/protocol";
import { boothState, type OwnSide, partnersOf, secondsLeft } from "./booth-state";

const sound = { microphone: { path: "me/microphone/1", codec: "opus" } };
const own: OwnSide = {
	connected: true,
	microphone: true,
	muted: false,
	coughing: false,
	waiting: false,
	partnerSilent: false,
};

function view(booth: Partial<Booth>, more: Partial<View> = {}): View {
	return {
		phase: "open",
		present: {},
		hands: [],
		floor: [],
		stage: [],
		booths: { en: { interpreters: ["me", "bo"], ...booth }, ru: { interpreters: ["me", "cy"] } },
		streams: { me: sound },
		...more,
	};
}

const mine: Partial<Booth> = { live: "me", since: 5 };
const partner: Partial<Booth> = { live: "bo", since: 5 };
const english: Partial<View> = { floor: [{ seat: "x", since: 1, microphone: true, language: "en-GB" }] };
const elsewhere: Partial<View> = {
	booths: { en: { interpreters: ["me", "bo"] }, ru: { interpreters: ["me"], live: "me", since: 1 } },
};

describe("what is said, what the button does, and whether it can", () => {
	it.each<[string, View, Partial<OwnSide>, string, string, boolean]>([
		["before the opening", view({}, { phase: "planned" }), {}, "planned", "take", false],
		["after the closing", view({}, { phase: "closed" }), {}, "closed", "take", false],
		["without a microphone", view({}), { microphone: false }, "noMicrophone", "take", false],
		["when nobody is live", view({}), {}, "free", "take", true],
		["when the floor speaks my language", view({}, english), {}, "passing", "take", true],
		["when I am live in another booth", view({}, elsewhere), {}, "elsewhere", "take", true],
		["when a partner is live", view(partner), {}, "partner", "takeOver", true],
		["when a partner asks", view({ ...partner, asked: 9 }), {}, "partnerAsks", "takeOver", true],
		["when a partner is gone", view(partner), { partnerSilent: true }, "partnerGone", "takeOver", true],
		[
			"when a partner asks whom I cannot relieve",
			view({ ...partner, asked: 9 }),
			{ microphone: false },
			"partnerAsks",
			"takeOver",
			false,
		],
		["live", view(mine), {}, "live", "leave", true],
		["live and asking", view({ ...mine, asked: 9 }), {}, "liveAsked", "leave", true],
		["live and coughing", view(mine), { coughing: true, muted: true }, "liveCough", "leave", true],
		["live and muted", view(mine), { muted: true }, "liveMuted", "leave", true],
		["live without sound", view(mine), { waiting: true }, "liveWaiting", "leave", true],
		["live without a microphone", view(mine), { microphone: false }, "liveNoMicrophone", "leave", true],
		["live without a connection", view(mine), { connected: false }, "liveLost", "leave", false],
		["without a connection", view({}), { connected: false }, "lost", "take", false],
	])("%s", (_, shown, side, said, action, possible) => {
		expect(boothState(shown, "me", "en", { ...own, ...side })).toMatchObject({ said, action, possible });
	});
});

describe("on air", () => {
	it.each<[View, Partial<OwnSide>, boolean]>([
		[view(mine), {}, true],
		[view(mine, { streams: {} }), {}, false],
		[view(mine), { muted: true }, false],
		[view(mine), { coughing: true }, false],
		[view(mine), { connected: false }, false],
		[view(partner), {}, false],
	])("%#", (shown, side, onAir) => {
		expect(boothState(shown, "me", "en", { ...own, ...side }).onAir).toBe(onAir);
	});
});

it("says nothing of a cough aloud", () => {
	const coughing = { ...own, coughing: true };
	expect(boothState(view(mine), "me", "en", coughing)).toMatchObject({ said: "liveCough", aloud: "live" });
	expect(boothState(view(mine), "me", "en", { ...coughing, muted: true }).aloud).toBe("liveMuted");
});

it("knows in which booth I am live, and who is live in this one", () => {
	expect(boothState(view({}, elsewhere), "me", "en", own)).toMatchObject({ liveIn: "ru", partner: null });
	expect(boothState(view(partner), "me", "en", own)).toMatchObject({ liveIn: null, partner: "bo" });
});

it("knows the partners", () => {
	const shown = view(
		{ ...partner, interpreters: ["bo", "me", "cy"] },
		{
			present: { bo: true },
			sending: { bo: { microphone: true } },
			held: { bo: true },
			booths: {
				en: { interpreters: ["bo", "me", "cy"], live: "bo", since: 1 },
				ru: { interpreters: ["cy"], live: "cy", since: 1 },
			},
		},
	);
	expect(partnersOf(shown, "me", "en")).toEqual([
		{ key: "bo", present: true, live: true, ready: true, held: true, elsewhere: null },
		{ key: "cy", present: false, live: false, ready: false, held: false, elsewhere: "ru" },
	]);
	expect(partnersOf(shown, "me", "ko")).toEqual([]);
});

it.each([
	[0, 30],
	[1, 30],
	[1_000, 29],
	[29_999, 1],
	[30_000, 0],
	[-5_000, 30],
])("counts the handover down: %i ms after it was asked for, %i s are left", (after, left) =>
	expect(secondsLeft(1_000_000, 1_000_000 + after)).toBe(left),
);
