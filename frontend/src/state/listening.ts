/** What a seat hears, voice by voice. Pure. */

import type { View } from "@/wire/protocol";

/** What a seat has chosen to hear, and what was found out about it. */
export interface Choice {
	/** The booth, by the language that it interprets into; null: the original. */
	booth: string | null;
	/** How loud the original is under the booth, from 0 to 1. */
	softly: number;
	/** Whether the booth has said nothing for some seconds, while the floor spoke. */
	silent: boolean;
	/** Whether the original is taken unheard, to find out whether it speaks. */
	probing: boolean;
	/** Whether the booth's sound has only just gone: a partner's may come in its place. */
	handing?: boolean;
	/** A booth that is listened in to: it alone is heard, whatever is chosen. */
	alone?: string | null;
	/** Booths that are taken unheard, and the original with them, to measure how loud they are. */
	metered?: readonly string[];
}

/** Why what is heard is heard. The last three are the original in place of the booth. */
export type Heard =
	/** The original, as chosen. */
	| "original"
	/** The booth. */
	| "booth"
	/** The original, as the floor speaks the booth's own language. */
	| "passing"
	/** Nobody is live in the booth. */
	| "empty"
	/** Somebody is live in the booth, and their sound is not there. */
	| "lost"
	/** Somebody is live in the booth, and has said nothing for some seconds. */
	| "silent";

/** What is taken, and what of it is heard. */
export interface Hearing {
	/** How loud each voice is, by seat, from 0 to 1; those at 0 are taken unheard, all others are not taken. */
	gains: ReadonlyMap<string, number>;
	what: Heard;
	/** The seat that is live in the chosen booth, if its sound can be taken. */
	voice: string | null;
	/** The voices of the floor that the chosen booth has to interpret. */
	foreign: readonly string[];
}

/** Whether two languages (BCP 47) are one to the ear: `en-GB` and `en` are. */
export function sameLanguage(one: string, other: string): boolean {
	return primary(one) === primary(other);
}

function primary(tag: string): string {
	return (tag.split("-")[0] ?? "").toLowerCase();
}

/**
 * Which voices a seat takes, and how loud each is.
 *
 * Nobody hears themselves. Whoever has the floor in the booth's own language is heard as they are; the others
 * are interpreted, and heard themselves where the booth cannot be.
 *
 * @param me - the seat that listens
 */
export function hearing(view: View, me: string, choice: Choice): Hearing {
	const gains = new Map<string, number>();
	const floor = view.floor.filter(({ seat }) => seat !== me && sounds(view, seat));
	const booth = choice.booth === null ? undefined : view.booths[choice.booth];
	const voice = liveVoice(view, choice.booth, me);
	let what: Heard = "original";
	let foreign: string[] = [];
	if (choice.booth === null || booth === undefined) {
		for (const { seat } of floor) gains.set(seat, 1);
	} else {
		const into = choice.booth;
		const own = floor.filter(({ language }) => sameLanguage(language, into)).map(({ seat }) => seat);
		foreign = floor.map(({ seat }) => seat).filter((seat) => !own.includes(seat));
		const isHanding = choice.handing === true && booth.live !== undefined && voice === null;
		what = state(booth.live, voice, choice.silent, own.length > 0 && foreign.length === 0);
		if (isHanding && what === "lost") what = "booth";
		const interpreted = what === "booth";
		for (const seat of own) gains.set(seat, 1);
		for (const seat of foreign) {
			if (!interpreted) gains.set(seat, 1);
			else if (choice.softly > 0 || choice.probing || isHanding) gains.set(seat, choice.softly);
		}
		// A silent one goes on being taken: it is heard again with its first word.
		if (voice !== null && what !== "passing") gains.set(voice, 1);
	}
	if (choice.alone) listenIn(view, me, choice.alone, gains);
	meter(view, me, choice.metered ?? [], gains);
	return { gains, what, voice, foreign };
}

/** The seat that is live in a booth, if its sound can be taken; never one's own. */
export function liveVoice(view: View, booth: string | null, me: string): string | null {
	const live = booth === null ? undefined : view.booths[booth]?.live;
	return live !== undefined && live !== me && sounds(view, live) ? live : null;
}

function sounds(view: View, seat: string): boolean {
	return view.streams[seat]?.microphone !== undefined;
}

function state(live: string | undefined, voice: string | null, silent: boolean, own: boolean): Heard {
	if (own) return "passing";
	if (voice !== null) return silent ? "silent" : "booth";
	return live === undefined ? "empty" : "lost";
}

function listenIn(view: View, me: string, booth: string, gains: Map<string, number>): void {
	const voice = liveVoice(view, booth, me);
	for (const seat of gains.keys()) gains.set(seat, 0);
	if (voice !== null) gains.set(voice, 1);
}

function meter(view: View, me: string, booths: readonly string[], gains: Map<string, number>): void {
	if (booths.length === 0) return;
	const voices = booths.map((booth) => liveVoice(view, booth, me));
	const floor = view.floor.map(({ seat }) => seat).filter((seat) => seat !== me && sounds(view, seat));
	for (const seat of [...voices, ...floor]) {
		if (seat !== null && !gains.has(seat)) gains.set(seat, 0);
	}
}

/** Whether the original is heard in the booth's place. */
export function isFallback(what: Heard): what is "empty" | "lost" | "silent" {
	return what === "empty" || what === "lost" || what === "silent";
}

/** How a booth stands, for whoever thinks of listening to it. */
export function boothState(view: View, booth: string, me: string): "live" | "passing" | "empty" | "lost" {
	const { what } = hearing(view, me, { booth, softly: 0, silent: false, probing: false });
	if (what === "passing" || what === "lost") return what;
	return what === "booth" ? "live" : "empty";
}
