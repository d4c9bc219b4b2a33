import { dictionary } from "../dictionary";

/** The words of the list of the chair's keys. */
export interface ChairKeyboardStrings {
	page: string;
	seat: string;
	lists: string;
	arrows: string;
	enter: string;
	escape: string;
	action: {
		next: string;
		previous: string;
		first_hand: string;
		give: string;
		take: string;
		microphone: string;
		camera: string;
		screen: string;
		lower: string;
		send_out: string;
		let_in: string;
		undo: string;
		sound: string;
		speakers: string;
		hands: string;
		agenda: string;
		room: string;
		search: string;
		keyboard: string;
	};
}

export const chairKeyboard = /* @__PURE__ */ dictionary<ChairKeyboardStrings>({
	en: () => import("../en/chair-keyboard"),
	kk: () => import("../kk/chair-keyboard"),
	ko: () => import("../ko/chair-keyboard"),
	ru: () => import("../ru/chair-keyboard"),
});
