import { dictionary } from "../dictionary";

/** The strings of the speaker's page. */
export interface StageStrings {
	/** The check before going in. */
	check: {
		title: string;
		lead: (name: string) => string;
		turnOn: string;
		turnOnNote: string;
		speak: string;
		heard: string;
		seen: string;
		unseen: string;
		goIn: string;
		goInWithout: string;
		without: { both: string; microphone: string; camera: string };
		nobodyYet: string;
	};
	/** My state in one sentence. */
	state: {
		planned: string;
		closed: string;
		noFloor: string;
		floorTaken: string;
		handUp: (place: number) => string;
		floor: string;
		floorMuted: string;
		floorNoMicrophone: string;
		floorClosed: string;
		/** I have the floor, but my sound has not come through for some time. */
		floorWaiting: string;
		/** The connection is lost while I have the floor, and while I do not. */
		lostWithFloor: string;
		lost: string;
		camera: string;
		screen: string;
		both: string;
	};
	withFloor: string;
	hallSees: string;
	emptyStage: string;
	emptyStageNote: string;
	notOpen: string;
	closedStage: string;
	speaksNow: string;
	nobodySpeaks: string;
	microphoneClosed: string;
	raiseHand: string;
	lowerHand: string;
	hand: { hasFloor: string; notOpen: string; lost: string };
	sound: string;
	soundOff: string;
	volume: string;
	turnOnSound: string;
	mediaLost: string;
}

export const stage = /* @__PURE__ */ dictionary<StageStrings>({
	en: () => import("../en/stage"),
	kk: () => import("../kk/stage"),
	ko: () => import("../ko/stage"),
	ru: () => import("../ru/stage"),
});
