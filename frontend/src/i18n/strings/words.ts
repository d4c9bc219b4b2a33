import type { Phase, Role } from "@/wire/protocol";
import { dictionary } from "../dictionary";

/** The words that every page shares, so that one thing is called the same everywhere. */
export interface Words {
	role: Record<Role, string>;
	phase: Record<Phase, string>;
	source: { microphone: string; camera: string; screen: string };
	chair: string;
	floor: string;
	hasFloor: string;
	handUp: string;
	/** "Hand up, 3rd in the list". */
	handPlace: (place: number) => string;
	present: string;
	absent: string;
	you: string;
	yourSeat: string;
	stage: string;
	hall: string;
	hemicycle: string;
	programme: string;
	agendaItem: string;
	speakersList: string;
	seats: (n: number) => string;
	minutes: (n: number) => string;
	onAir: string;
	offAir: string;
	onRecord: string;
	offRecord: string;
	/** After a running time: what it counts. */
	left: string;
	over: string;
	since: string;
	gone: string;
	cancel: string;
	close: string;
	yes: string;
	undo: string;
	tryAgain: string;
	yourTime: string;
}

export const words = /* @__PURE__ */ dictionary<Words>({
	en: () => import("../en/words"),
	kk: () => import("../kk/words"),
	ko: () => import("../ko/words"),
	ru: () => import("../ru/words"),
});
