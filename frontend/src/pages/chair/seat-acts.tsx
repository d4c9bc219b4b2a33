import { chair, chairActs, refusalSentence, t, words } from "@/i18n";
import { Button, ConfirmButton, icons, SourceIcon } from "@/ui";
import type { Meeting, View } from "@/wire/protocol";
import { type Act, actOf, actsFor, isOnStage, type Possible, type Reason, sends } from "./commands";
import type { Desk } from "./desk";

export interface SeatProps {
	desk: Desk;
	meeting: Meeting;
	view: View;
	seat: string;
}

/** What the chair can do to a seat, as its state is; all but to send it out. */
export function SeatActs(props: SeatProps) {
	const { meeting, view, seat } = props;
	const acts = actsFor(meeting, view, seat);
	return (
		<div class="desk-seat-acts">
			<ActButton {...props} acts={acts} wanted={["let_in"]} kind="primary" />
			<ActButton {...props} acts={acts} wanted={["give", "take"]} kind="primary" />
			<ActButton {...props} acts={acts} wanted={["lower"]} />
			<div class="desk-seat-toggles">
				<SourceToggle {...props} source="microphone" acts={acts} />
				<SourceToggle {...props} source="camera" acts={acts} />
				<SourceToggle {...props} source="screen" acts={acts} />
			</div>
		</div>
	);
}

/** Sends a seat out, after asking once; nothing for a chair, and for a seat that is out. */
export function SendOut({ desk, meeting, view, seat }: SeatProps) {
	const out = actOf(actsFor(meeting, view, seat), "send_out");
	if (!out) return null;
	const strings = t(chairActs);
	const name = desk.name(seat);
	return (
		<ConfirmButton
			class="desk-seat-out"
			label={strings.send_out.full(name)}
			icon={<span title={strings.send_out.full(name)}>{icons.out}</span>}
			question={strings.sendOutQuestion(name)}
			confirm={strings.send_out.short}
			onClick={() => void desk.act(out, seat)}
		>
			<span class="desk-seat-out-word">{strings.send_out.short}</span>
		</ConfirmButton>
	);
}

type ActButtonProps = SeatProps & {
	acts: readonly Possible[];
	wanted: readonly Act[];
	kind?: "primary" | "quiet";
};

/** The button of whichever of the wanted acts the seat's state offers; none where it offers none. */
export function ActButton({ desk, seat, acts, wanted, kind = "quiet" }: ActButtonProps) {
	const possible = actOf(acts, ...wanted);
	if (!possible) return null;
	const strings = t(chairActs)[possible.act];
	return (
		<Button
			// Taking is not what the eye should fall on first.
			kind={possible.act === "take" ? "quiet" : kind}
			class="desk-seat-act"
			label={strings.full(desk.name(seat))}
			unavailable={possible.because === null ? undefined : reasonSentence(possible.because)}
			onClick={() => void desk.act(possible, seat)}
		>
			{strings.short}
		</Button>
	);
}

/** Why an act is not possible, in words. */
export function reasonSentence(reason: Reason): string {
	return reason === "not_sending" ? t(chair).notSending : refusalSentence(reason);
}

const ACTS = {
	microphone: ["close_microphone", "open_microphone"],
	camera: ["hide_camera", "show_camera"],
	screen: ["hide_screen", "show_screen"],
} as const satisfies Record<string, readonly Act[]>;

/** A source's sign with its state under it; pressing it opens or closes, shows or hides. */
function SourceToggle(
	props: SeatProps & { source: "microphone" | "camera" | "screen"; acts: readonly Possible[] },
) {
	const { desk, view, seat, source } = props;
	const possible = actOf(props.acts, ...ACTS[source]);
	if (!possible) return null;
	const { state, sentence, on } = sourceState(props);
	const ready = sends(view, seat)[source] === true;
	const reason = possible.because === null ? undefined : reasonSentence(possible.because);
	const full = t(chairActs)[possible.act].full(desk.name(seat));
	return (
		<button
			type="button"
			class="button button-quiet desk-seat-toggle"
			data-source={source}
			data-on={on ? "" : undefined}
			data-ready={ready ? "" : undefined}
			aria-description={reason ? `${sentence}. ${reason}` : sentence}
			aria-disabled={reason !== undefined}
			title={reason ? `${full}. ${reason}` : full}
			onClick={() => void desk.act(possible, seat)}
		>
			<SourceIcon source={source} off={!on} />
			<span class="visually-hidden">{full}</span>
			<span class="desk-seat-toggle-state" aria-hidden="true">
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
