import { dictionary } from "../dictionary";

/** The strings of the interpreter's page. */
export interface BoothStrings {
	page: string;
	/** My state in one sentence; languages by their own names, partners by name. */
	said: {
		planned: string;
		closed: string;
		noMicrophone: string;
		free: string;
		passing: (language: string) => string;
		partner: (name: string) => string;
		partnerAsks: (name: string) => string;
		partnerGone: (name: string) => string;
		elsewhere: (language: string) => string;
		live: (language: string) => string;
		liveAsked: string;
		liveCough: string;
		liveMuted: string;
		liveNoMicrophone: string;
		liveWaiting: string;
		liveLost: string;
		lost: string;
	};
	/** What the great button does. */
	act: {
		take: string;
		takeOver: string;
		takeGone: string;
		takeLeaving: (language: string) => string;
		leave: string;
	};
	/** When a partner who is live can be taken over from. */
	takeOverNote: string;
	/** Why it cannot be pressed. */
	cannot: { microphone: string; notOpen: string; lost: string };
	/** The seat is an interpreter's and has no booth. */
	noBooth: string;
	liveFor: string;
	direction: string;
	partner: {
		title: string;
		none: string;
		live: string;
		ready: string;
		noMicrophone: string;
		held: string;
		absent: string;
		elsewhere: (language: string) => string;
		ask: string;
		asked: string;
		withdraw: string;
		nobody: string;
		left: (seconds: number) => string;
		listeners: (n: number) => string;
	};
	floor: {
		title: string;
		nobody: string;
		stage: string;
		speaking: string;
		time: string;
		microphoneClosed: string;
	};
}

export const booth = /* @__PURE__ */ dictionary<BoothStrings>({
	en: () => import("../en/booth"),
	kk: () => import("../kk/booth"),
	ko: () => import("../ko/booth"),
	ru: () => import("../ru/booth"),
});
