import { chair, t, words } from "@/i18n";
import { itemNow, itemOffer, nextItem } from "@/state";
import { Button, Clock, EmptyState, icons, useSeconds } from "@/ui";
import type { Item } from "@/wire/protocol";
import { previousItem } from "./agenda-order";
import { useKeptFocus } from "./keep-focus";
import type { ChairModel, PartProps } from "./model";
import { RovingList } from "./roving";
import { itemTime } from "./time";

/** The present item with its time, the one big "next", and every item to be called out of turn. */
export function Agenda(props: PartProps) {
	const { model, meeting, view } = props;
	const strings = t(chair);
	if (meeting.items.length === 0) return <EmptyState title={strings.agenda.none} />;
	return (
		<section class="chair-panel chair-agenda" aria-labelledby="agenda-title">
			<h2 id="agenda-title" class="visually-hidden" tabIndex={-1}>
				{strings.parts.agenda}
			</h2>
			<Present {...props} />
			<RovingList label={strings.parts.agenda} class="chair-agenda-list">
				{meeting.items.map((item, place) => (
					<ItemRow key={item.key} {...{ model, view, item }} place={place + 1} />
				))}
			</RovingList>
		</section>
	);
}

function Present({ model, meeting, view }: PartProps) {
	const strings = t(chair).agenda;
	const present = itemNow(meeting, view);
	const next = nextItem(meeting, view);
	const before = previousItem(meeting, view);
	const moves = useKeptFocus<HTMLDivElement>();
	const barred = (item: Item) => (itemOffer(view, item)?.because ? strings.notOpen : undefined);
	return (
		<div class="chair-agenda-present">
			{present && view.item_since !== undefined && (
				<div class="chair-agenda-now">
					<p class="chair-agenda-word">{strings.present}</p>
					<p class="chair-agenda-now-title">{present.title}</p>
					<ItemProgress model={model} item={present} since={view.item_since} />
				</div>
			)}
			<div class="chair-agenda-moves" ref={moves}>
				{next ? (
					<Button
						kind="primary"
						size="large"
						class="chair-agenda-next"
						unavailable={barred(next)}
						onClick={() => void model.call(next)}
					>
						<span class="chair-agenda-next-word">{present ? strings.next : strings.first}: </span>
						<span class="chair-agenda-next-title">{next.title}</span>
					</Button>
				) : (
					<p class="chair-agenda-last">{strings.last}</p>
				)}
				{before && (
					<Button
						class="chair-agenda-back"
						label={strings.previous}
						icon={icons.back}
						unavailable={barred(before)}
						onClick={() => void model.call(before)}
					/>
				)}
			</div>
		</div>
	);
}

function ItemProgress({ model, item, since }: { model: ChairModel; item: Item; since: number }) {
	const at = useSeconds(model.now);
	const { counts, share } = itemTime(item, since, at.value);
	return (
		<div class="chair-agenda-time" data-counts={counts}>
			<Clock now={model.now} from={since} minutes={item.minutes} />
			<span class="soft tabular">{t(words).minutes(item.minutes)}</span>
			<svg class="chair-agenda-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
				<rect class="chair-agenda-bar-ground" width="100" height="4" />
				<rect class="chair-agenda-bar-gone" width={share * 100} height="4" />
			</svg>
		</div>
	);
}

function ItemRow({ model, view, item, place }: Omit<PartProps, "meeting"> & { item: Item; place: number }) {
	const strings = t(chair).agenda;
	const present = item.key === view.item;
	const speaker = item.speaker === undefined ? undefined : model.name(item.speaker);
	const minutes = t(words).minutes(item.minutes);
	const barred = itemOffer(view, item)?.because ? strings.notOpen : undefined;
	return (
		<li data-row={item.key}>
			<button
				type="button"
				class="chair-agenda-item"
				aria-current={present ? "step" : undefined}
				aria-disabled={barred !== undefined}
				aria-description={barred}
				title={barred}
				onClick={() => {
					if (barred === undefined) void model.call(item);
				}}
			>
				<span class="visually-hidden">
					{[present ? strings.called(item.title) : strings.call(item.title), speaker, minutes]
						.filter(Boolean)
						.join(", ")}
				</span>
				<span class="chair-agenda-place tabular" aria-hidden="true">
					{place}
				</span>
				<span class="chair-agenda-what" aria-hidden="true">
					<span class="chair-agenda-title">{item.title}</span>
					{speaker && <span class="chair-agenda-speaker">{speaker}</span>}
				</span>
				<span class="chair-agenda-minutes tabular" aria-hidden="true">
					{minutes}
				</span>
			</button>
		</li>
	);
}
