import { dictionary } from "../dictionary";

/** The words of the chair's page. */
export interface ChairStrings {
	page: string;
	parts: {
		speakers: string;
		hands: string;
		stage: string;
		agenda: string;
		room: string;
		seat: string;
		me: string;
	};
	meeting: {
		open: string;
		openAgain: string;
		close: string;
		closeQuestion: string;
		closeConfirm: string;
		planned: string;
		closed: string;
		openFor: string;
		closedAt: (time: string) => string;
		opensAt: (time: string) => string;
	};
	floor: {
		nobody: string;
		holds: string;
		microphoneClosed: string;
		absent: string;
	};
	notSending: string;
	ready: { microphone: string; camera: string; screen: string };
	notReady: { microphone: string; camera: string; screen: string };
	shown: { camera: string; screen: string };
	/** As short as can be: the state of a microphone, a camera or a screen, under its sign. */
	state: { ready: string; none: string; open: string; closed: string; shown: string };
	level: (name: string) => string;
	hands: {
		none: string;
		waiting: (time: string) => string;
		raised: (name: string) => string;
	};
	room: {
		present: (present: string, expected: string) => string;
		search: string;
		filter: string;
		filters: { all: string; present: string; hands: string; sent_out: string };
		nothing: string;
		sentOut: string;
		sentOutAt: (time: string) => string;
		close: string;
	};
	agenda: {
		first: string;
		next: string;
		last: string;
		none: string;
		notOpen: string;
		call: (title: string) => string;
		called: (title: string) => string;
		present: string;
		previous: string;
		noPrevious: string;
	};
	stage: {
		empty: string;
		unlock: string;
		sound: string;
		unable: string;
		volume: string;
	};
	me: {
		open: string;
		close: string;
		give: string;
		take: string;
	};
	undone: string;
	seats: (n: number) => string;
}

export const chair = /* @__PURE__ */ dictionary<ChairStrings>({
	en: () => import("../en/chair"),
	kk: () => import("../kk/chair"),
	ko: () => import("../ko/chair"),
	ru: () => import("../ru/chair"),
});
