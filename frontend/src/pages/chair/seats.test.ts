import { expect, test } from "vitest";
import type { Meeting, View } from "@/wire/protocol";
import { callNames, counts, type Filter, listed } from "./seats";

const base = { role: "participant", language: "en", title: "Representative" };
const meeting = {
	categories: [{ key: "d", name: "Diplomatic missions" }],
	seats: {
		ambassador: {
			...base,
			role: "speaker",
			name: "Ku Hong-seok",
			title: "Ambassador",
			organisation: "Embassy",
		},
		"d-1": { ...base, name: "Representative", organisation: "Embassy of Türkiye", category: "d" },
		"d-2": { ...base, name: "Representative", organisation: "Ministry", category: "d" },
		"d-3": { ...base, name: "Representative", organisation: "Ministry", category: "d" },
		guest: { ...base, name: "Айгүл Сәрсенова", title: "Reader", organisation: "University" },
		korean: { ...base, name: "천명국", title: "", organisation: "" },
	},
} as unknown as Meeting;
const view = {
	phase: "open",
	present: { ambassador: true, "d-2": true, guest: true },
	hands: ["guest", "d-2"],
	sent_out: { "d-3": 1 },
	floor: [],
	stage: [],
	booths: {},
	streams: {},
} as View;

test.each<[Filter, string, string]>([
	["all", "", "ambassador d-1 d-2 d-3 guest korean"],
	["present", "", "ambassador d-2 guest"],
	["hands", "", "guest d-2"],
	["sent_out", "", "d-3"],
	["all", "turkiye", "d-1"],
	["all", "  EMBASSY  ku ", "ambassador"],
	["all", "diplomatic ministry", "d-2 d-3"],
	["present", "ministry", "d-2"],
	["all", "сәрсен", "guest"],
	["all", "천며", "korean"],
	["all", "nobody", ""],
])("%s with %j", (filter, search, expected) => {
	expect(listed(meeting, view, filter, search).join(" ")).toBe(expected);
});

test("counts are what the filters list", () => {
	expect(counts(meeting, view)).toEqual({ all: 6, present: 3, hands: 2, sent_out: 1 });
});

test("each seat is called something of its own", () => {
	const names = callNames(meeting);
	expect(Object.fromEntries(names)).toEqual({
		ambassador: "Ku Hong-seok",
		"d-1": "Embassy of Türkiye",
		"d-2": "Ministry 1",
		"d-3": "Ministry 2",
		guest: "Айгүл Сәрсенова, University",
		korean: "천명국",
	});
});
