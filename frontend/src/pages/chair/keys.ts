import { chair, t } from "@/i18n";
import { nextItem, offerOf, type SeatAction, seatOffers, whyNotOffered } from "@/state";
import { takesText, tellRefusal, toast } from "@/ui";
import type { Meeting, View } from "@/wire/protocol";
import { previousItem } from "./agenda-order";
import { keyboard } from "./keyboard";
import type { ChairModel } from "./model";
import { type KeyAction, shortcutOf } from "./shortcuts";

/** The actions that a key on a seat stands for: whichever of them the seat's state offers. */
const SEAT_ACTIONS: Partial<Record<KeyAction, readonly SeatAction[]>> = {
	give: ["give"],
	take: ["take"],
	microphone: ["close_microphone", "open_microphone"],
	camera: ["hide_camera", "show_camera"],
	screen: ["hide_screen", "show_screen"],
	lower: ["lower"],
	let_in: ["let_in"],
	send_out: ["send_out"],
};

/** Where the keys of the page take the focus: a part's id, on a narrow page the tab it lies in. */
const PARTS: Partial<Record<KeyAction, string>> = {
	speakers: "speakers-title",
	hands: "hands-title",
	agenda: "agenda-title",
	room: "room-title",
};

/** Makes the single keys act. Returns what stops that. */
export function listenToKeys(model: ChairModel, reveal: (element: HTMLElement) => void): () => void {
	const pressed = (event: KeyboardEvent) => {
		// A key held a moment too long must not press the button that took the place of the one it pressed.
		if (
			event.repeat &&
			(event.key === "Enter" || event.key === " ") &&
			event.target instanceof HTMLButtonElement
		) {
			event.preventDefault();
			return;
		}
		if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
		if (event.key === "Escape") {
			if (model.selected.peek() !== null) model.deselect();
			return;
		}
		if (!keyboard.acts.peek() || takesText(document.activeElement)) return;
		const shortcut = shortcutOf(event);
		const meeting = model.link.meeting.peek();
		const view = model.link.view.peek();
		if (!shortcut || !meeting || !view) return;
		event.preventDefault();
		if (shortcut.scope === "seat") actOnSeat(model, meeting, view, shortcut.action);
		else actOnPage(model, meeting, view, shortcut.action, reveal);
	};
	document.addEventListener("keydown", pressed);
	return () => document.removeEventListener("keydown", pressed);
}

function actOnSeat(model: ChairModel, meeting: Meeting, view: View, action: KeyAction): void {
	const part = document.activeElement?.closest<HTMLElement>("[data-act-seat]");
	// The floor can be taken without looking for who has it.
	const seat =
		part?.dataset.actSeat ?? model.selected.peek() ?? (action === "take" ? view.floor.at(-1)?.seat : null);
	if (!seat) return;
	const wanted = SEAT_ACTIONS[action] ?? [];
	const offer = offerOf(seatOffers(meeting, view, seat), ...wanted);
	if (!offer) tellRefusal({ code: whyNotOffered(view, seat, wanted[0]) });
	else if (action === "send_out") askToSendOut(model, part, seat);
	else void model.carryOut(offer, seat);
}

/** Presses the button that asks first: where there is none in the part, on the seat's card. */
function askToSendOut(model: ChairModel, part: HTMLElement | null | undefined, seat: string): void {
	const here = part?.querySelector<HTMLElement>(".chair-seat-out");
	if (here) {
		here.click();
		return;
	}
	const origin = document.activeElement instanceof HTMLElement ? document.activeElement : null;
	model.select(seat, origin);
	requestAnimationFrame(() =>
		document.querySelector<HTMLElement>(".chair-seat-card .chair-seat-out")?.click(),
	);
}

function actOnPage(
	model: ChairModel,
	meeting: Meeting,
	view: View,
	action: KeyAction,
	reveal: (element: HTMLElement) => void,
): void {
	const part = PARTS[action];
	if (part !== undefined) {
		const title = document.getElementById(part);
		if (!title) return;
		reveal(title);
		// Straight to what can be pressed; to the heading where there is nothing to press.
		const list = title.closest("section")?.querySelector<HTMLElement>("ul button[tabindex='0']");
		(list ?? title).focus();
		return;
	}
	switch (action) {
		case "next":
		case "previous": {
			const item = action === "next" ? nextItem(meeting, view) : previousItem(meeting, view);
			if (item) void model.call(item);
			else toast({ text: t(chair).agenda[action === "next" ? "last" : "noPrevious"] });
			break;
		}
		case "first_hand": {
			const seat = view.hands[0];
			const offer = seat === undefined ? undefined : offerOf(seatOffers(meeting, view, seat), "give");
			if (seat !== undefined && offer) void model.carryOut(offer, seat);
			else toast({ text: t(chair).hands.none });
			break;
		}
		case "undo":
			model.undoLast();
			break;
		case "sound":
			model.player.muted.value = !model.player.muted.peek();
			break;
		case "search": {
			const field = document.querySelector<HTMLElement>("[data-search]");
			if (!field) return;
			reveal(field);
			field.focus();
			break;
		}
		case "keyboard":
			keyboard.open.value = true;
			break;
	}
}
