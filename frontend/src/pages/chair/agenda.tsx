import { chair, t, words } from "@/i18n";
import { itemNow, itemOffer, nextItem } from "@/state";
import { Button, Clock, EmptyState, icons, useSeconds } from "@/ui";
import type { Item, Meeting, View } from "@/wire/protocol";
import { previousItem } from "./agenda-order";
import type { Desk } from "./desk";
import { useKeptFocus } from "./keep-focus";
import { RovingList } from "./roving";
import { itemTime } from "./time";

interface AgendaProps {
	desk: Desk;
	meeting: Meeting;
	view: View;
}

/** The present item with its time, the one big "next", and every item to be called out of turn. */
export function Agenda(props: AgendaProps) {
	const { desk, meeting, view } = props;
	const strings = t(chair);
	if (meeting.items.length === 0) return <EmptyState title={strings.agenda.none} />;
	return (
		<section class="desk-panel desk-agenda" aria-labelledby="agenda-title">
			<h2 id="agenda-title" class="visually-hidden" tabIndex={-1}>
				{strings.parts.agenda}
			</h2>
			<Present {...props} />
			<RovingList label={strings.parts.agenda} class="desk-agenda-list">
				{meeting.items.map((item, place) => (
					<ItemRow key={item.key} {...{ desk, view, item }} place={place + 1} />
				))}
			</RovingList>
		</section>
	);
}

function Present({ desk, meeting, view }: AgendaProps) {
	const strings = t(chair).agenda;
	const present = itemNow(meeting, view);
	const next = nextItem(meeting, view);
	const before = previousItem(meeting, view);
	const moves = useKeptFocus<HTMLDivElement>();
	const barred = (item: Item) => (itemOffer(view, item)?.because ? strings.notOpen : undefined);
	return (
		<div class="desk-agenda-present">
			{present && view.item_since !== undefined && (
				<div class="desk-agenda-now">
					<p class="desk-agenda-word">{strings.present}</p>
					<p class="desk-agenda-now-title">{present.title}</p>
					<ItemProgress desk={desk} item={present} since={view.item_since} />
				</div>
			)}
			<div class="desk-agenda-moves" ref={moves}>
				{next ? (
					<Button
						kind="primary"
						size="large"
						class="desk-agenda-next"
						unavailable={barred(next)}
						onClick={() => void desk.call(next)}
					>
						<span class="desk-agenda-next-word">{present ? strings.next : strings.first}: </span>
						<span class="desk-agenda-next-title">{next.title}</span>
					</Button>
				) : (
					<p class="desk-agenda-last">{strings.last}</p>
				)}
				{before && (
					<Button
						class="desk-agenda-back"
						label={strings.previous}
						icon={icons.back}
						unavailable={barred(before)}
						onClick={() => void desk.call(before)}
					/>
				)}
			</div>
		</div>
	);
}

function ItemProgress({ desk, item, since }: { desk: Desk; item: Item; since: number }) {
	const at = useSeconds(desk.now);
	const { counts, share } = itemTime(item, since, at.value);
	return (
		<div class="desk-agenda-time" data-counts={counts}>
			<Clock now={desk.now} from={since} minutes={item.minutes} />
			<span class="soft tabular">{t(words).minutes(item.minutes)}</span>
			<svg class="desk-agenda-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
				<rect class="desk-agenda-bar-ground" width="100" height="4" />
				<rect class="desk-agenda-bar-gone" width={share * 100} height="4" />
			</svg>
		</div>
	);
}

function ItemRow({ desk, view, item, place }: Omit<AgendaProps, "meeting"> & { item: Item; place: number }) {
	const strings = t(chair).agenda;
	const present = item.key === view.item;
	const speaker = item.speaker === undefined ? undefined : desk.name(item.speaker);
	const minutes = t(words).minutes(item.minutes);
	const barred = itemOffer(view, item)?.because ? strings.notOpen : undefined;
	return (
		<li data-row={item.key}>
			<button
				type="button"
				class="desk-agenda-item"
				aria-current={present ? "step" : undefined}
				aria-disabled={barred !== undefined}
				aria-description={barred}
				title={barred}
				onClick={() => {
					if (barred === undefined) void desk.call(item);
				}}
			>
				<span class="visually-hidden">
					{[present ? strings.called(item.title) : strings.call(item.title), speaker, minutes]
						.filter(Boolean)
						.join(", ")}
				</span>
				<span class="desk-agenda-place tabular" aria-hidden="true">
					{place}
				</span>
				<span class="desk-agenda-what" aria-hidden="true">
					<span class="desk-agenda-title">{item.title}</span>
					{speaker && <span class="desk-agenda-speaker">{speaker}</span>}
				</span>
				<span class="desk-agenda-minutes tabular" aria-hidden="true">
					{minutes}
				</span>
			</button>
		</li>
	);
}
