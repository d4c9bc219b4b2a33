import { computed, effect, signal, untracked } from "@preact/signals";
import { chair, chairActs, t, words } from "@/i18n";
import type { Link } from "@/link";
import type { Player, Publisher } from "@/media";
import { itemNow, itemOffer, type SeatOffer } from "@/state";
import { tellRefusal, toast } from "@/ui";
import type { Command, Item, Meeting, View } from "@/wire/protocol";
import { callNames } from "./seats";

/** For how long a slip can be taken back by the word at the foot of the page, or by its key. */
const UNDO_S = 10;

/** The three columns of the page. */
export type Column = "speakers" | "stage" | "room";

interface Undo {
	commands: readonly Command[];
	until: number;
	/** Takes its words from the foot of the page. */
	dismiss: () => void;
}

/** What each part of the page is drawn from. */
export interface PartProps {
	model: ChairModel;
	meeting: Meeting;
	view: View;
}

/** What the parts of the chair's page share: the seat's link, the seat that is selected, what was said and can be undone. */
export class ChairModel {
	readonly link: Link;
	readonly player: Player;
	readonly publisher: Publisher;
	/** The seat that the chair looks at, in the chamber, in the list and on its card. */
	readonly selected = signal<string | null>(null);
	/** The column that a narrow page shows. */
	readonly column = signal<Column>("speakers");
	/** Whether the chair has its own devices open. */
	readonly speaking = signal(false);
	/** What was done last, for ears: what is done shows itself to eyes. */
	readonly said = signal("");

	readonly #names = computed(() => {
		const meeting = this.link.meeting.value;
		return meeting ? callNames(meeting) : new Map<string, string>();
	});
	#undo: Undo | null = null;
	#origin: HTMLElement | null = null;

	constructor(link: Link, player: Player, publisher: Publisher) {
		this.link = link;
		this.player = player;
		this.publisher = publisher;
		this.#watchHands();
	}

	/** The server's clock, in ms. */
	readonly now = (): number => this.link.now();

	/** What a seat is called where one line must do. */
	name(seat: string): string {
		return this.#names.value.get(seat) ?? seat;
	}

	/** Asks for what is offered of a seat. Why it cannot be had now is said without asking. */
	async carryOut({ action, command, because, undo }: SeatOffer, seat: string): Promise<void> {
		if (because === "not_sending") toast({ text: t(chair).notSending });
		else if (because !== null) tellRefusal({ code: because });
		else await this.run(command, t(chairActs)[action].done(this.name(seat)), undo);
	}

	/** Calls an agenda item; can be undone by calling the one that was there before. */
	async call(item: Item): Promise<void> {
		const meeting = this.link.meeting.value;
		const view = this.link.view.value;
		const offer = view && itemOffer(view, item);
		if (!meeting || !offer) return;
		const before = itemNow(meeting, view);
		const undo: Command[] = before ? [{ type: "item.begin", item: before.key }] : [];
		await this.run(offer.command, t(chair).agenda.called(item.title), undo);
	}

	/** Asks for a command, and says what came of it. Returns whether it was done. */
	async run(command: Command, done?: string, undo: readonly Command[] = []): Promise<boolean> {
		if (!tellRefusal(await this.link.ask(command))) return false;
		if (undo.length > 0 && done !== undefined) this.#offerUndo(undo, done);
		else if (done !== undefined) this.said.value = done;
		return true;
	}

	/** Takes back the last slip, while that is on offer. */
	undoLast(): void {
		const undo = this.#undo;
		if (undo && performance.now() < undo.until) void this.#takeBack(undo);
	}

	/** Shows a seat's card; `origin` gets the focus back when the card is closed. */
	select(seat: string | null, origin: HTMLElement | null = null): void {
		if (seat !== null) this.#origin = origin;
		this.selected.value = seat;
	}

	/** Closes the seat's card and gives the focus back to where it was opened from. */
	deselect(): void {
		this.selected.value = null;
		if (this.#origin?.isConnected) this.#origin.focus();
		this.#origin = null;
	}

	#offerUndo(commands: readonly Command[], text: string): void {
		const action = { label: t(words).undo, run: () => void this.#takeBack(undo) };
		const dismiss = toast({ text, action, seconds: UNDO_S });
		const undo = { commands, until: performance.now() + UNDO_S * 1000, dismiss };
		this.#undo = undo;
	}

	async #takeBack(undo: Undo): Promise<void> {
		if (this.#undo === undo) this.#undo = null;
		undo.dismiss();
		// One after the other, because the later ones mend what the first one opens. Only what the first
		// one comes to is told: that there was nothing to mend is no news.
		const [first, ...rest] = undo.commands;
		if (!first || !tellRefusal(await this.link.ask(first))) return;
		for (const command of rest) await this.link.ask(command);
		toast({ text: t(chair).undone, seconds: 3 });
	}

	/** Says each hand that goes up; those that a fresh `welcome` shows went up at some time before it. */
	#watchHands(): void {
		let welcome: unknown = null;
		let before: readonly string[] = [];
		const follow = () => {
			const hands = this.link.view.peek()?.hands;
			if (!hands) return;
			const seen = this.link.welcome.peek() === welcome;
			welcome = this.link.welcome.peek();
			const raised = seen ? hands.filter((seat) => !before.includes(seat)).at(-1) : undefined;
			before = hands;
			if (raised !== undefined) this.said.value = t(chair).hands.raised(this.name(raised));
		};
		// Only the view moves it: a change of language or of names raises no hand.
		effect(() => {
			this.link.view.value;
			untracked(follow);
		});
	}
}
