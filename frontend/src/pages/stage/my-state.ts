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
		| "floorClosed";
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
export interface OwnDevices {
	microphone: boolean;
	muted: boolean;
	/** Whether this seat has had the floor since the page was opened. */
	hadFloor: boolean;
}

/** My state, from the view and from my devices. */
export function myState(view: View, me: string, devices: OwnDevices): MyState {
	const floor = hasFloor(view, me);
	const place = handPlace(view, me);
	const shown = view.stage.filter(
		({ seat, source }) => seat === me && view.streams[me]?.[source] !== undefined,
	);
	const camera = shown.some(({ source }) => source === "camera");
	const screen = shown.some(({ source }) => source === "screen");
	return {
		said: said(view, floor?.microphone, place, devices),
		picture: camera && screen ? "both" : camera ? "camera" : screen ? "screen" : null,
		onAir: floor?.microphone === true && devices.microphone && !devices.muted,
		since: floor?.since ?? null,
		place,
	};
}

function said(view: View, open: boolean | undefined, place: number, devices: OwnDevices): MyState["said"] {
	if (view.phase !== "open") return view.phase;
	if (open === undefined) {
		if (place > 0) return "handUp";
		return devices.hadFloor ? "floorTaken" : "noFloor";
	}
	if (!open) return "floorClosed";
	if (!devices.microphone) return "floorNoMicrophone";
	return devices.muted ? "floorMuted" : "floor";
}
