import { useComputed } from "@preact/signals";
import { chair, t, words } from "@/i18n";
import { isOnStage, isPresent, isSentOut, sends } from "@/state";
import { Clock, EmptyState, Meter, OnAir, plateOf } from "@/ui";
import type { Meeting, Seat, View } from "@/wire/protocol";
import type { ChairModel, PartProps } from "./model";
import { RovingList } from "./roving";
import { SeatActions, type SeatProps, SendOut } from "./seat-actions";

/** The speakers, the chair, and whoever of the room is heard or seen now: a row each, with all acts. */
export function Speakers({ model, meeting, view }: PartProps) {
	const strings = t(chair).parts;
	const rows = speakerRows(meeting, view);
	return (
		<section class="chair-panel chair-speakers" aria-labelledby="speakers-title">
			<h2 id="speakers-title" tabIndex={-1}>
				{strings.speakers}
			</h2>
			{rows.length === 0 && <EmptyState title={t(chair).floor.nobody} />}
			<RovingList label={strings.speakers} class="chair-speakers-list">
				{rows.map((seat) => (
					<SpeakerRow key={seat} model={model} meeting={meeting} view={view} seat={seat} />
				))}
			</RovingList>
		</section>
	);
}

/**
 * The rows' seats: whoever of the room the chair has called, because they are on the air; then the speakers and
 * the chairs. The order changes by the chair's own acts alone, never under the hand.
 */
function speakerRows(meeting: Meeting, view: View): string[] {
	const seats = Object.entries(meeting.seats);
	const inRole = (role: Seat["role"]) => seats.flatMap(([key, seat]) => (seat.role === role ? [key] : []));
	const active = new Set([...view.floor, ...view.stage].map(({ seat }) => seat));
	const room = seats.flatMap(([key, { role }]) =>
		role !== "speaker" && role !== "chair" && active.has(key) ? [key] : [],
	);
	return [...room, ...inRole("speaker"), ...inRole("chair")];
}

function SpeakerRow(props: SeatProps) {
	const { model, meeting, view, seat } = props;
	const planned = meeting.seats[seat];
	const has = view.floor.find((entry) => entry.seat === seat);
	if (!planned) return null;
	const { head, below } = plateOf(planned);
	return (
		<li class="chair-speaker" data-row={seat} data-act-seat={seat} data-floor={has ? "" : undefined}>
			<div class="chair-speaker-who">
				<p class="chair-speaker-name">{head}</p>
				<p class="chair-speaker-below" title={below.join(" · ")}>
					<Presence view={view} seat={seat} mine={seat === model.link.welcome.value?.seat} />
					<span>{below[0]}</span>
				</p>
			</div>
			{has && (
				<div class="chair-speaker-floor">
					{has.microphone ? <OnAir /> : <strong>{t(chair).floor.microphoneClosed}</strong>}
					<Clock now={model.now} from={has.since} counts={t(chair).floor.holds} />
					{has.microphone &&
						(sends(view, seat).microphone ? (
							<Level model={model} seat={seat} />
						) : (
							<strong>{t(chair).notReady.microphone}</strong>
						))}
				</div>
			)}
			<SeatActions {...props} />
			<SendOut {...props} />
		</li>
	);
}

/** Whether somebody is in the seat. */
export function Presence({ view, seat, mine = false }: { view: View; seat: string; mine?: boolean }) {
	const word = t(words);
	const state = isSentOut(view, seat) ? "out" : isPresent(view, seat) ? "present" : "absent";
	const text = { out: t(chair).room.sentOut, present: word.present, absent: word.absent }[state];
	return (
		<span class="chair-presence" data-state={state}>
			<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
				<circle cx="6" cy="6" r="4.5" />
				{state === "out" && <path d="M3 9L9 3" />}
			</svg>
			{mine ? word.you : text}
		</span>
	);
}

/** How loud the seat is, while its microphone is open. */
function Level({ model, seat }: { model: ChairModel; seat: string }) {
	const mine = seat === model.link.welcome.value?.seat;
	const level = useComputed(() =>
		mine ? model.publisher.level.value : (model.player.levels.value[seat] ?? 0),
	);
	return <Meter level={level} label={t(chair).level(model.name(seat))} />;
}

/** What a seat could be seen and heard with, in a sentence: for the card of a seat in the room. */
export function readiness(view: View, seat: string): string {
	const strings = t(chair);
	const sent = sends(view, seat);
	return (["microphone", "camera", "screen"] as const)
		.map((source) => {
			if (source !== "microphone" && isOnStage(view, seat, source)) return strings.shown[source];
			return sent[source] ? strings.ready[source] : strings.notReady[source];
		})
		.join(" · ");
}
