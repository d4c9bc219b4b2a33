import { dictionary } from "../dictionary";

type Missing = "webcodecs" | "secure_context" | "worklet";

/** The strings of the hall. */
export interface HallStrings {
	planned: string;
	plannedNote: string;
	opensIn: string;
	days: (n: number) => string;
	emptyStage: string;
	emptyStageNote: string;
	closed: string;
	closedAt: (time: string) => string;
	nobodySpeaks: string;
	speaksNow: string;
	microphoneClosed: string;
	youHaveFloor: string;
	youHaveFloorNote: string;
	youHadFloor: string;
	controls: string;
	raiseHand: string;
	lowerHand: string;
	myPlace: (place: number) => string;
	handNotOpen: string;
	handLost: string;
	sound: string;
	soundOn: string;
	mute: string;
	unmute: string;
	volume: string;
	fullScreen: string;
	leaveFullScreen: string;
	programmeAndSpeakers: string;
	noHands: string;
	mediaLost: string;
	cannotPlay: Record<Missing, string>;
	cannotPlayNote: string;
}

export const hall = /* @__PURE__ */ dictionary<HallStrings>({
	en: () => import("../en/hall"),
	kk: () => import("../kk/hall"),
	ko: () => import("../ko/hall"),
	ru: () => import("../ru/hall"),
});
