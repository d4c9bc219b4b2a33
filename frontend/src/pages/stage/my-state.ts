import { handPlace, hasFloor } from "@/state";
import type { View } from "@/wire/protocol";

/** What a speaker has to know about themselves before anything else. */
export interface MyState {
	said:
		| "planned"
		| "closed"
		| "noFloor"
		| "floorTaken"
		| "handUp"
		| "floor"
		| "floorMuted"
		| "floorNoMicrophone"
		| "floorClosed"
		| "floorWaiting"
		| "lostWithFloor"
		| "lost";
	/** Which of their pictures the hall sees. */
	picture: "camera" | "screen" | "both" | null;
	/** Whether everybody hears them. */
	onAir: boolean;
	/** Since when they have the floor, in milliseconds by the server's clock; null without it. */
	since: number | null;
	/** Their place among the raised hands, from 1; 0 with the hand down. */
	place: number;
}

/** What the page knows that the view does not say. */
export interface OwnSide {
	/** Whether the connection to the meeting is live. */
	live: boolean;
	microphone: boolean;
	muted: boolean;
	/** Whether my sound has failed to reach the meeting for so long that it has to be said. */
	waiting: boolean;
	/** Whether this seat has had the floor since the page was opened. */
	hadFloor: boolean;
}

/** My state, from the view and from what this page knows. */
export function myState(view: View, me: string, own: OwnSide): MyState {
	const floor = hasFloor(view, me);
	const place = handPlace(view, me);
	const shown = view.stage.filter(
		({ seat, source }) => seat === me && view.streams[me]?.[source] !== undefined,
	);
	const camera = shown.some(({ source }) => source === "camera");
	const screen = shown.some(({ source }) => source === "screen");
	return {
		said: said(view, floor?.microphone, place, own),
		picture: camera && screen ? "both" : camera ? "camera" : screen ? "screen" : null,
		onAir: floor?.microphone === true && soundArrives(view, me) && own.live && own.microphone && !own.muted,
		since: floor?.since ?? null,
		place,
	};
}

/** Whether my sound reaches the meeting: the view names its stream exactly while it does. */
export function soundArrives(view: View, me: string): boolean {
	return view.streams[me]?.microphone !== undefined;
}

function said(view: View, open: boolean | undefined, place: number, own: OwnSide): MyState["said"] {
	if (!own.live) return open === undefined ? "lost" : "lostWithFloor";
	if (view.phase !== "open") return view.phase;
	if (open === undefined) {
		if (place > 0) return "handUp";
		return own.hadFloor ? "floorTaken" : "noFloor";
	}
	if (!open) return "floorClosed";
	if (!own.microphone) return "floorNoMicrophone";
	if (own.muted) return "floorMuted";
	return own.waiting ? "floorWaiting" : "floor";
}
