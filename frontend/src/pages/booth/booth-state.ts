/** How a booth stands for one of its interpreters. Pure. */

import { liveOffer } from "@/state";
import type { Booth, View } from "@/wire/protocol";

/** What an interpreter has to know before anything else. */
export type Said =
	| "planned"
	| "closed"
	/** Not live, and without a microphone to go live with. */
	| "noMicrophone"
	/** Nobody is live. */
	| "free"
	/** The same, and the floor speaks the booth's own language: its listeners hear the original. */
	| "passing"
	/** A partner is live. */
	| "partner"
	/** A partner is live and asks to be relieved. */
	| "partnerAsks"
	/** A partner is live, and their sound is gone. */
	| "partnerGone"
	/** I am live in another booth of mine. */
	| "elsewhere"
	| "live"
	/** I am live and have asked a partner to take over. */
	| "liveAsked"
	| "liveCough"
	| "liveMuted"
	| "liveNoMicrophone"
	/** I am live, but my sound has not come through for some time. */
	| "liveWaiting"
	| "liveLost"
	| "lost";

/** What the one great button does. */
export type LiveAction = "take" | "takeOver" | "leave";

/** A booth, as it stands for me. */
export interface BoothState {
	said: Said;
	/** The same for ears: without what passes with a cough. */
	aloud: Said;
	action: LiveAction;
	/** Whether it can be asked for now. */
	possible: boolean;
	/** Whether listeners hear me. */
	onAir: boolean;
	/** Whether I am the booth's live interpreter. */
	live: boolean;
	/** The partner who is live; null: nobody, or I. */
	partner: string | null;
	/** The booth in which I am live; null: in none. */
	liveIn: string | null;
	/** When the live interpreter asked for the handover, in milliseconds by the server's clock. */
	asked: number | null;
}

/** What the page knows that the view does not say. */
export interface OwnSide {
	/** Whether the connection to the meeting is live. */
	connected: boolean;
	microphone: boolean;
	muted: boolean;
	coughing: boolean;
	/** Whether my sound has not come through for so long that it has to be said. */
	waiting: boolean;
	/** As above, of the partner who is live. */
	partnerSilent: boolean;
}

/** How a booth stands for me. */
export function boothState(view: View, me: string, language: string, own: OwnSide): BoothState {
	const booth = view.booths[language];
	const live = booth?.live === me;
	const partner = booth?.live !== undefined && !live ? booth.live : null;
	const liveIn = Object.keys(view.booths).find((one) => view.booths[one]?.live === me) ?? null;
	const asked = booth?.asked ?? null;
	const said = whatIsSaid(view, language, booth, { live, partner, liveIn }, own);
	const quiet = { ...own, coughing: false };
	const silent = own.muted || own.coughing;
	return {
		said,
		aloud: whatIsSaid(view, language, booth, { live, partner, liveIn }, quiet),
		action: live ? "leave" : partner === null ? "take" : "takeOver",
		possible: own.connected && liveOffer(view, me, language).because === null && (live || own.microphone),
		onAir: live && own.connected && own.microphone && !silent && soundsOf(view, me),
		live,
		partner,
		liveIn,
		asked,
	};
}

/** Whether a seat's sound can be taken: the view names its stream exactly while it can. */
export function soundsOf(view: View, seat: string): boolean {
	return view.streams[seat]?.microphone !== undefined;
}

function whatIsSaid(
	view: View,
	language: string,
	booth: Booth | undefined,
	{ live, partner, liveIn }: { live: boolean; partner: string | null; liveIn: string | null },
	own: OwnSide,
): Said {
	if (!own.connected) return live ? "liveLost" : "lost";
	if (view.phase !== "open") return view.phase;
	if (live) {
		if (!own.microphone) return "liveNoMicrophone";
		if (own.coughing) return "liveCough";
		if (own.muted) return "liveMuted";
		if (own.waiting) return "liveWaiting";
		return booth?.asked === undefined ? "live" : "liveAsked";
	}
	if (partner !== null) {
		if (booth?.asked !== undefined) return "partnerAsks";
		return own.partnerSilent ? "partnerGone" : "partner";
	}
	if (!own.microphone) return "noMicrophone";
	if (liveIn !== null) return "elsewhere";
	return floorSpeaks(view, language) ? "passing" : "free";
}

/** Whether whoever has the floor speaks a language, and nobody another. */
function floorSpeaks(view: View, language: string): boolean {
	const open = view.floor.filter(({ microphone }) => microphone);
	return open.length > 0 && open.every((floor) => primary(floor.language) === primary(language));
}

/** The language itself of a tag, without its region: of `en-GB`, `en`. */
export function primary(tag: string): string {
	return (tag.split("-")[0] ?? "").toLowerCase();
}

/** Somebody with whom I share a booth. */
export interface Partner {
	key: string;
	/** Whether they are in the meeting. */
	present: boolean;
	/** Whether they are the booth's live interpreter. */
	live: boolean;
	/** Whether they could be heard at once: their microphone is on. */
	ready: boolean;
	/** Whether they hold their own sound back. */
	held: boolean;
	/** Another booth in which they are live. */
	elsewhere: string | null;
}

/** With whom I share a booth. */
export function partnersOf(view: View, me: string, language: string): Partner[] {
	const booth = view.booths[language];
	return (booth?.interpreters ?? [])
		.filter((key) => key !== me)
		.map((key) => ({
			key,
			present: view.present[key] === true,
			live: booth?.live === key,
			ready: view.sending?.[key]?.microphone === true,
			held: view.held?.[key] === true,
			elsewhere:
				Object.keys(view.booths).find((one) => one !== language && view.booths[one]?.live === key) ?? null,
		}));
}

/** How long a handover that was asked for can be taken, in milliseconds. */
export const HANDOVER_MS = 30_000;

/** Whole seconds that are left of a handover, from 30 down to 0. */
export function secondsLeft(asked: number, now: number): number {
	return Math.min(30, Math.max(0, Math.ceil((asked + HANDOVER_MS - now) / 1000)));
}
