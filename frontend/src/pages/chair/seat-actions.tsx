import { chair, chairActs, refusalSentence, t, words } from "@/i18n";
import { isOnStage, offerOf, type Reason, type SeatAction, type SeatOffer, seatOffers, sends } from "@/state";
import { Button, ConfirmButton, icons, SourceIcon } from "@/ui";
import type { PartProps } from "./model";

export type SeatProps = PartProps & { seat: string };

/** What the chair can do to a seat, as its state is; all but to send it out. */
export function SeatActions(props: SeatProps) {
	const { meeting, view, seat } = props;
	const offers = seatOffers(meeting, view, seat);
	return (
		<div class="chair-seat-acts">
			<ActionButton {...props} offers={offers} wanted={["let_in"]} kind="primary" />
			<ActionButton {...props} offers={offers} wanted={["give", "take"]} kind="primary" />
			<ActionButton {...props} offers={offers} wanted={["lower"]} />
			<div class="chair-seat-toggles">
				<SourceToggle {...props} source="microphone" offers={offers} />
				<SourceToggle {...props} source="camera" offers={offers} />
				<SourceToggle {...props} source="screen" offers={offers} />
			</div>
		</div>
	);
}

/** Sends a seat out, after asking once; nothing for a chair, and for a seat that is out. */
export function SendOut({ model, meeting, view, seat }: SeatProps) {
	const out = offerOf(seatOffers(meeting, view, seat), "send_out");
	if (!out) return null;
	const strings = t(chairActs);
	const name = model.name(seat);
	return (
		<ConfirmButton
			class="chair-seat-out"
			label={strings.send_out.full(name)}
			icon={<span title={strings.send_out.full(name)}>{icons.out}</span>}
			question={strings.sendOutQuestion(name)}
			confirm={strings.send_out.short}
			onClick={() => void model.carryOut(out, seat)}
		>
			<span class="chair-seat-out-word">{strings.send_out.short}</span>
		</ConfirmButton>
	);
}

type ActionButtonProps = SeatProps & {
	offers: readonly SeatOffer[];
	wanted: readonly SeatAction[];
	kind?: "primary" | "quiet";
};

/** The button of whichever of the wanted actions the seat's state offers; none where it offers none. */
export function ActionButton({ model, seat, offers, wanted, kind = "quiet" }: ActionButtonProps) {
	const offer = offerOf(offers, ...wanted);
	if (!offer) return null;
	const strings = t(chairActs)[offer.action];
	return (
		<Button
			// Taking is not what the eye should fall on first.
			kind={offer.action === "take" ? "quiet" : kind}
			class="chair-seat-act"
			label={strings.full(model.name(seat))}
			unavailable={offer.because === null ? undefined : reasonSentence(offer.because)}
			onClick={() => void model.carryOut(offer, seat)}
		>
			{strings.short}
		</Button>
	);
}

/** Why an offer cannot be taken up now, in words. */
export function reasonSentence(reason: Reason): string {
	return reason === "not_sending" ? t(chair).notSending : refusalSentence(reason);
}

const ACTIONS = {
	microphone: ["close_microphone", "open_microphone"],
	camera: ["hide_camera", "show_camera"],
	screen: ["hide_screen", "show_screen"],
} as const satisfies Record<string, readonly SeatAction[]>;

/** A source's sign with its state under it; pressing it opens or closes, shows or hides. */
function SourceToggle(
	props: SeatProps & { source: "microphone" | "camera" | "screen"; offers: readonly SeatOffer[] },
) {
	const { model, view, seat, source } = props;
	const offer = offerOf(props.offers, ...ACTIONS[source]);
	if (!offer) return null;
	const { state, sentence, on } = sourceState(props);
	const ready = sends(view, seat)[source] === true;
	const reason = offer.because === null ? undefined : reasonSentence(offer.because);
	const full = t(chairActs)[offer.action].full(model.name(seat));
	return (
		<button
			type="button"
			class="button button-quiet chair-seat-toggle"
			data-source={source}
			data-on={on ? "" : undefined}
			data-ready={ready ? "" : undefined}
			aria-description={reason ? `${sentence}. ${reason}` : sentence}
			aria-disabled={reason !== undefined}
			title={reason ? `${full}. ${reason}` : full}
			onClick={() => void model.carryOut(offer, seat)}
		>
			<SourceIcon source={source} off={!on} />
			<span class="visually-hidden">{full}</span>
			<span class="chair-seat-toggle-state" aria-hidden="true">
				{state}
			</span>
		</button>
	);
}

function sourceState({ view, seat, source }: SeatProps & { source: "microphone" | "camera" | "screen" }) {
	const strings = t(chair);
	const ready = sends(view, seat)[source] === true;
	const sending = ready ? strings.ready[source] : strings.notReady[source];
	if (source === "microphone") {
		const has = view.floor.find((entry) => entry.seat === seat);
		if (has) {
			const word = has.microphone ? strings.state.open : strings.state.closed;
			return {
				on: has.microphone,
				state: word,
				sentence: `${t(words).source.microphone}: ${word}. ${sending}`,
			};
		}
	} else if (isOnStage(view, seat, source)) {
		return { on: true, state: strings.state.shown, sentence: `${strings.shown[source]}. ${sending}` };
	}
	return { on: false, state: ready ? strings.state.ready : strings.state.none, sentence: sending };
}
