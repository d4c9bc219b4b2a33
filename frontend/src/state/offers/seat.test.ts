import { expect, test } from "vitest";
import type { Meeting, Seat, View } from "@/wire/protocol";
import { offerOf, seatOffers } from "./seat";

const seat = (role: Seat["role"]) =>
	({ name: "N", title: "T", organisation: "O", role, language: "en" }) as Seat;
const meeting = {
	seats: { c: seat("chair"), s: seat("speaker"), p: seat("participant"), o: seat("observer") },
} as unknown as Meeting;

function viewOf(some: Partial<View>): View {
	const present = { c: true, s: true, p: true, o: true } as const;
	return { phase: "open", present, hands: [], floor: [], stage: [], booths: {}, streams: {}, ...some };
}

/** Each action, with why not in brackets. */
function drawn(key: string, some: Partial<View>): string {
	return seatOffers(meeting, viewOf(some), key)
		.map(({ action, because }) => (because ? `${action}(${because})` : action))
		.join(" ");
}

const floor = (key: string, microphone = true) => [{ seat: key, since: 0, microphone, language: "en" }];

test.each<[string, string, Partial<View>, string]>([
	[
		"a speaker who sends nothing",
		"s",
		{},
		"give open_microphone(has_no_floor) show_camera(not_sending) show_screen(not_sending) send_out",
	],
	[
		"a speaker who is ready",
		"s",
		{ sending: { s: { microphone: true, camera: true } } },
		"give open_microphone(has_no_floor) show_camera show_screen(not_sending) send_out",
	],
	[
		"a speaker who speaks and is seen",
		"s",
		{ floor: floor("s"), stage: [{ seat: "s", source: "camera" }], sending: { s: { camera: true } } },
		"take close_microphone hide_camera show_screen(not_sending) send_out",
	],
	[
		"a speaker whose microphone the chair closed",
		"s",
		{ floor: floor("s", false), sending: { s: { camera: true, screen: true } } },
		"take open_microphone show_camera show_screen send_out",
	],
	[
		"a picture on the stage that does not come can be taken off",
		"s",
		{ stage: [{ seat: "s", source: "screen" }] },
		"give open_microphone(has_no_floor) show_camera(not_sending) hide_screen send_out",
	],
	[
		"a participant with a hand up",
		"p",
		{ hands: ["p"] },
		"give open_microphone(has_no_floor) show_camera(not_sending) show_screen(not_sending) lower send_out",
	],
	[
		"somebody who left with the floor: it can be taken",
		"p",
		{ floor: floor("p"), present: {} },
		"take close_microphone show_camera(seat_absent) show_screen(seat_absent) send_out",
	],
	[
		"an empty seat",
		"p",
		{ present: {} },
		"give(seat_absent) open_microphone(seat_absent) show_camera(seat_absent) show_screen(seat_absent) send_out",
	],
	[
		"an observer",
		"o",
		{},
		"give(observers_listen) open_microphone(observers_listen) show_camera(observers_listen) show_screen(observers_listen) send_out",
	],
	[
		"the chair stays",
		"c",
		{},
		"give open_microphone(has_no_floor) show_camera(not_sending) show_screen(not_sending)",
	],
	[
		"before the meeting is open",
		"s",
		{ phase: "planned" },
		"give(meeting_not_open) open_microphone(meeting_not_open) show_camera(meeting_not_open) show_screen(meeting_not_open) send_out",
	],
	["somebody who was sent out", "p", { sent_out: { p: 1 } }, "let_in"],
	["no such seat", "x", {}, ""],
])("%s", (_, key, some, expected) => {
	expect(drawn(key, some)).toBe(expected);
});

const undoOf = (key: string, some: Partial<View>, action: Parameters<typeof offerOf>[1]) =>
	offerOf(seatOffers(meeting, viewOf(some), key), action)?.undo;

test("taking the floor is undone to what was open before, and no more", () => {
	const give = { type: "floor.give", seat: "s" };
	const onStage: View["stage"] = [{ seat: "s", source: "camera" }];
	expect(undoOf("s", { floor: floor("s"), stage: onStage }, "take")).toEqual([give]);
	expect(undoOf("s", { floor: floor("s", false), stage: onStage }, "take")).toEqual([
		give,
		{ type: "microphone.close", seat: "s" },
	]);
	expect(undoOf("s", { floor: floor("s") }, "take")).toEqual([
		give,
		{ type: "picture.hide", seat: "s", source: "camera" },
	]);
});

test("a participant's screen goes with the floor, and comes back with it", () => {
	const stage: View["stage"] = [
		{ seat: "p", source: "camera" },
		{ seat: "p", source: "screen" },
	];
	expect(undoOf("p", { floor: floor("p"), stage }, "take")).toEqual([
		{ type: "floor.give", seat: "p" },
		{ type: "picture.show", seat: "p", source: "screen" },
	]);
	const speaking: View["stage"] = stage.map(({ source }) => ({ seat: "s", source }));
	expect(undoOf("s", { floor: floor("s"), stage: speaking }, "take")).toEqual([
		{ type: "floor.give", seat: "s" },
	]);
});

test("what else can be undone", () => {
	const stage: View["stage"] = [{ seat: "s", source: "camera" }];
	expect(undoOf("s", { floor: floor("s"), stage }, "close_microphone")).toEqual([
		{ type: "microphone.open", seat: "s" },
	]);
	expect(undoOf("s", { stage }, "hide_camera")).toEqual([
		{ type: "picture.show", seat: "s", source: "camera" },
	]);
	expect(undoOf("p", {}, "send_out")).toEqual([{ type: "seat.let_in", seat: "p" }]);
	expect(undoOf("p", {}, "give")).toEqual([]);
});
