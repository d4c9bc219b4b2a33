/** What the pages offer, held to what `decide` says in every small state of a meeting (`tools/cases.py`). */

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Command, Meeting, Quote, RefusalCode, Role, View } from "@/wire/protocol";
import type { Offer } from "./offer";
import { OFFERS } from "./pages";
import { type QuoteAction, type QuoteAnswer, quoteActions, quoteAnswers } from "./quotes";
import { isSentOut, offerOf, type SeatAction, seatOffers, whyNotOffered } from "./seat";

interface Table {
	seats: Record<string, { role: Role; into?: string[] }>;
	items: string[];
	codes: Record<string, RefusalCode>;
	commands: Command[];
	/** Of each case: a letter a command, `.` where it is accepted, else one of `codes`. */
	answers: string[];
	/** Of each stage of a quote: `.` or `=` (nothing changes) where it is accepted, else why not. */
	quotes: (Pick<Quote, "stage" | "overridden"> & {
		answers: Record<QuoteAction | QuoteAnswer, RefusalCode | "." | "=">;
	})[];
	/** The values that each part of a view has in some case. */
	parts: Record<string, unknown[]>;
	/** The seat, the place of its answers, and for each part of its view the place of its value, or -1. */
	cases: [seat: string, answers: number, ...parts: number[]][];
}

/** Where a page offers, or gives a reason for, something else than `decide` says, and why that is right. */
const OTHERWISE: readonly { is: (offer: Offer, answer: Answer, role: Role) => boolean; why: string }[] = [
	{
		is: ({ command, because }, answer) =>
			command.type === "booth.take" && because === null && answer === "booth_taken",
		why: "the server knows before the page that a partner's connection is gone, and takes over in their place",
	},
	{
		is: ({ command, because }, answer) =>
			command.type === "microphone.open" && because !== null && answer === "has_no_floor",
		why: "who cannot be given the floor now is told that first",
	},
];

/** What `decide` accepts and a page does not offer, and why that is right. */
const UNOFFERED: readonly { is: (command: Command, view: View, role: Role) => boolean; why: string }[] = [
	{
		is: ({ type }, { phase }) => type === "record.stop" && phase === "closed",
		why: "nothing more is said in a closed meeting",
	},
	{
		is: (command, { floor }) =>
			command.type === "language.set" && !floor.some(({ seat }) => seat === command.seat),
		why: "a language is corrected where it is heard: of those who have the floor",
	},
	{
		is: ({ type }, _, role) => type === "channel.choose" && role === "interpreter",
		why: "what a booth listens to stays in its page",
	},
	{
		is: ({ type }) => type === "pivot.set",
		why: "the page of the live interpreter says by itself what it listens to",
	},
];

type Answer = RefusalCode | null;

const table = JSON.parse(readFileSync(new URL("cases.json", import.meta.url), "utf-8")) as Table;
const meeting = {
	seats: table.seats,
	items: table.items.map((key) => ({ key })),
	languages: ["en"],
} as unknown as Meeting;

/** How a command is written in the table; a seat's own hand can be named or not. */
function written(command: Command, me: string): string {
	const named = command.type === "hand.lower" ? { ...command, seat: command.seat ?? me } : command;
	return JSON.stringify(Object.entries(named).sort());
}

function viewOf(places: readonly number[]): View {
	const parts = Object.entries(table.parts).flatMap(([name, values], nth) => {
		const place = places[nth] ?? -1;
		return place < 0 ? [] : [[name, values[place]]];
	});
	return Object.fromEntries(parts) as View;
}

const cases = table.cases.map(([me, row, ...places]) => {
	const role = table.seats[me]?.role as Role;
	const view = viewOf(places);
	const letters = table.answers[row] ?? "";
	const answers = new Map(
		table.commands.map((command, nth) => [
			written(command, me),
			{ command, answer: table.codes[letters[nth] ?? ""] ?? null },
		]),
	);
	const offers = OFFERS[role].flatMap((offersOf) => offersOf(meeting, view, me));
	return { me, role, view, answers, offers };
});
const used = new Set<string>();

/** Whether an exception holds; remembers that it was needed. */
function excepted<Args extends unknown[]>(
	exceptions: readonly { is: (...args: Args) => boolean; why: string }[],
	...args: Args
): boolean {
	const found = exceptions.find(({ is }) => is(...args));
	if (found) used.add(found.why);
	return found !== undefined;
}

it("offers only what is accepted, and says of the rest why it is refused", () => {
	const wrong = cases.flatMap(({ me, role, view, answers, offers }) =>
		offers.flatMap((offer) => {
			const found = answers.get(written(offer.command, me));
			if (found && found.answer === offer.because) return [];
			if (found && excepted(OTHERWISE, offer, found.answer, role)) return [];
			return [{ role, offer, decided: found ? found.answer : "not in the table", view }];
		}),
	);
	expect(wrong.slice(0, 3)).toEqual([]);
});

it("offers everything that is accepted", () => {
	const missing = cases.flatMap(({ me, role, view, answers, offers }) => {
		const offered = new Set(offers.map(({ command }) => written(command, me)));
		return [...answers].flatMap(([command, { command: asked, answer }]) => {
			if (answer !== null || offered.has(command) || excepted(UNOFFERED, asked, view, role)) return [];
			return [{ role, asked, view }];
		});
	});
	expect(missing.slice(0, 3)).toEqual([]);
});

it("says of what it does not offer of a seat why not", () => {
	const commands: readonly (readonly [SeatAction, Command["type"]])[] = [
		["give", "floor.give"],
		["take", "floor.take"],
		["lower", "hand.lower"],
		["let_in", "seat.let_in"],
		["send_out", "seat.send_out"],
	];
	const wrong = cases
		.filter(({ role }) => role === "chair")
		.flatMap(({ me, view, answers }) =>
			Object.keys(meeting.seats)
				// Of somebody who is out, that is said first.
				.filter((seat) => !isSentOut(view, seat))
				.flatMap((seat) =>
					commands.flatMap(([action, type]) => {
						if (offerOf(seatOffers(meeting, view, seat), action)) return [];
						const decided = answers.get(written({ type, seat } as Command, me))?.answer;
						const said = whyNotOffered(view, seat, action);
						return decided === said ? [] : [{ seat, action, said, decided, view }];
					}),
				),
		);
	expect(wrong.slice(0, 3)).toEqual([]);
});

it("offers of a quote what changes it, and nothing that is refused", () => {
	expect(new Set(table.quotes.map(({ stage }) => stage)).size).toBe(6);
	for (const { answers, ...quote } of table.quotes) {
		const offered = [...quoteActions(quote), ...quoteAnswers(quote)];
		const accepted = offered.filter((action) => answers[action] === "." || answers[action] === "=");
		expect({ quote, offered }).toEqual({ quote, offered: accepted });
		const changing = Object.entries(answers).flatMap(([action, answer]) => (answer === "." ? [action] : []));
		expect({ quote, offered }).toEqual({ quote, offered: expect.arrayContaining(changing) });
	}
});

it("needs every exception", () => {
	expect([...OTHERWISE, ...UNOFFERED].map(({ why }) => why).filter((why) => !used.has(why))).toEqual([]);
});

it("is held to states of every kind", () => {
	expect(cases.length).toBeGreaterThan(5_000);
	expect(new Set(cases.map(({ role }) => role)).size).toBe(6);
	for (const code of ["stage_full", "no_partner", "interpreters_interpret"])
		expect(Object.values(table.codes)).toContain(code);
});
