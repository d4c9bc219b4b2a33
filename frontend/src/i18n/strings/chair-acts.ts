import { dictionary } from "../dictionary";

/** An act of the chair on one seat: on its button, in full with the seat's name, and as done. */
export interface ActWords {
	short: string;
	full: (name: string) => string;
	done: (name: string) => string;
}

/** The words of what the chair can do to a seat. */
export interface ChairActsStrings {
	give: ActWords;
	take: ActWords;
	open_microphone: ActWords;
	close_microphone: ActWords;
	show_camera: ActWords;
	hide_camera: ActWords;
	show_screen: ActWords;
	hide_screen: ActWords;
	lower: ActWords;
	send_out: ActWords;
	let_in: ActWords;
	/** Asked before a seat is sent out. */
	sendOutQuestion: (name: string) => string;
}

export const chairActs = /* @__PURE__ */ dictionary<ChairActsStrings>({
	en: () => import("../en/chair-acts"),
	kk: () => import("../kk/chair-acts"),
	ko: () => import("../ko/chair-acts"),
	ru: () => import("../ru/chair-acts"),
});
