import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useId, useMemo, useRef } from "preact/hooks";
import { chair, count, hour, t, words } from "@/i18n";
import { handPlace, hasFloor, isPresent, isSentOut, seatOffers } from "@/state";
import {
	Button,
	CategoryLegend,
	chartSeats,
	colourOf,
	HemicycleChart,
	icons,
	letterOf,
	Nameplate,
	OnAir,
	plateOf,
} from "@/ui";
import type { Meeting } from "@/wire/protocol";
import { Checks } from "./checks";
import { useKeptFocus } from "./keep-focus";
import type { PartProps } from "./model";
import { RovingList } from "./roving";
import { ActionButton, SeatActions, type SeatProps, SendOut } from "./seat-actions";
import { counts, type Filter, filters, listed } from "./seats";
import { Presence, readiness } from "./speakers";

/** Who is there: the chamber, the seat that is selected, and every seat in a list that can be searched. */
export function Room(props: PartProps) {
	const { model, meeting, view } = props;
	const strings = t(chair);
	const selected = model.selected.value;
	const seats = chartSeats(meeting, view, model.link.welcome.value?.seat);
	return (
		<section class="chair-panel chair-room" aria-labelledby="room-title">
			<h2 id="room-title" tabIndex={-1}>
				{strings.parts.room}
			</h2>
			<HemicycleChart
				categories={meeting.categories}
				seats={seats}
				selected={selected ?? undefined}
				onSelect={(key) => model.select(key, focusedNow())}
			/>
			{selected !== null && meeting.seats[selected] && <SeatCard key={selected} {...props} seat={selected} />}
			<CategoryLegend categories={meeting.categories} seats={seats} />
			<SeatList {...props} />
			<Checks model={model} meeting={meeting} />
		</section>
	);
}

/** One seat with everything that can be done to it. */
function SeatCard(props: SeatProps) {
	const { model, meeting, view, seat } = props;
	const title = useRef<HTMLHeadingElement>(null);
	const acts = useKeptFocus<HTMLDivElement>();
	useEffect(() => {
		// A key may have opened the card to ask something on it: the focus is with the question then.
		const card = title.current?.closest("section");
		if (!card?.contains(document.activeElement)) title.current?.focus({ preventScroll: true });
		card?.scrollIntoView({ block: "nearest" });
	}, []);
	const planned = meeting.seats[seat];
	if (!planned) return null;
	const strings = t(chair);
	const place = handPlace(view, seat);
	const out = view.sent_out?.[seat];
	return (
		<section
			class="chair-seat-card"
			aria-labelledby="seat-title"
			data-act-seat={seat}
			data-floor={hasFloor(view, seat) ? "" : undefined}
		>
			<div class="chair-panel-head">
				<h3 id="seat-title" ref={title} tabIndex={-1}>
					<span class="visually-hidden">
						{strings.parts.seat}: {model.name(seat)}
					</span>
					<span class="chair-seat-card-role" aria-hidden="true">
						{t(words).role[planned.role]}
					</span>
				</h3>
				<Button label={strings.room.close} icon={icons.close} onClick={() => model.deselect()} />
			</div>
			<Nameplate seat={planned} air={hasFloor(view, seat)?.microphone ?? false} />
			<p class="chair-seat-card-state">
				<Presence view={view} seat={seat} mine={seat === model.link.welcome.value?.seat} />
				{place > 0 && <span>{t(words).handPlace(place)}</span>}
				{out !== undefined && <span>{strings.room.sentOutAt(hour(out, meeting.timezone))}</span>}
			</p>
			{isPresent(view, seat) && planned.role !== "observer" && (
				<p class="chair-seat-card-state soft">{readiness(view, seat)}</p>
			)}
			<div class="chair-seat-card-acts" ref={acts}>
				<SeatActions {...props} />
				<SendOut {...props} />
			</div>
		</section>
	);
}

function SeatList({ model, meeting, view }: PartProps) {
	const strings = t(chair).room;
	const filter = useSignal<Filter>("all");
	const search = useSignal("");
	const id = useId();
	const rows = useRef<HTMLDivElement>(null);
	const numbers = counts(meeting, view);
	const keys = listed(meeting, view, filter.value, search.value);
	return (
		<div class="chair-seat-list" ref={rows}>
			<div class="chair-seat-search">
				<label class="visually-hidden" for={id}>
					{strings.search}
				</label>
				<input
					id={id}
					type="search"
					data-search
					placeholder={strings.search}
					value={search.value}
					onInput={(event) => {
						search.value = event.currentTarget.value;
					}}
					onKeyDown={(event) => {
						if (event.key !== "ArrowDown") return;
						rows.current?.querySelector<HTMLElement>("button[tabindex='0']")?.focus();
						event.preventDefault();
					}}
				/>
			</div>
			<fieldset class="chair-seat-filters">
				<legend class="visually-hidden">{strings.filter}</legend>
				{filters.map((name) => (
					<label key={name} class="chair-seat-filter">
						<input
							type="radio"
							name={id}
							value={name}
							checked={filter.value === name}
							onChange={() => {
								filter.value = name;
							}}
						/>
						<span>
							{strings.filters[name]} <span class="tabular">{count(numbers[name])}</span>
						</span>
					</label>
				))}
			</fieldset>
			<p class="visually-hidden" role="status">
				{t(chair).seats(keys.length)}
			</p>
			{keys.length === 0 && <p class="chair-seat-nothing">{strings.nothing}</p>}
			<RovingList label={t(chair).parts.room} class="chair-seat-rows">
				{keys.map((seat) => (
					<SeatRow key={seat} {...{ model, meeting, view, seat }} />
				))}
			</RovingList>
		</div>
	);
}

/** A row is drawn anew only when something of its own seat has changed: there may be a thousand. */
function SeatRow({ model, meeting, view, seat }: SeatProps) {
	const selected = useComputed(() => model.selected.value === seat).value;
	const place = handPlace(view, seat);
	const floor = hasFloor(view, seat);
	const out = isSentOut(view, seat);
	const signature = `${isPresent(view, seat)} ${place} ${floor?.microphone} ${out} ${selected}`;
	const language = t(words);
	return useMemo(() => {
		const planned = meeting.seats[seat];
		if (!planned) return null;
		return (
			<li class="chair-seat-row" data-row={seat} data-act-seat={seat}>
				<button
					type="button"
					class="chair-seat-pick"
					aria-pressed={selected}
					onClick={(event) => model.select(seat, event.currentTarget)}
				>
					<CategoryChip meeting={meeting} seat={seat} />
					<span class="chair-seat-name">
						<span>{model.name(seat)}</span>
						<span class="soft">{plateOf(planned).below[0]}</span>
					</span>
					<span class="chair-seat-state">
						{floor?.microphone && <OnAir />}
						{floor && !floor.microphone && <strong>{language.hasFloor}</strong>}
						{place > 0 && (
							<span class="chair-seat-hand">
								<span aria-hidden="true">{icons.hand}</span>
								<span class="visually-hidden">{language.handPlace(place)}</span>
								<span aria-hidden="true" class="tabular">
									{place}
								</span>
							</span>
						)}
						<Presence view={view} seat={seat} />
					</span>
				</button>
				{out && (
					<ActionButton
						{...{ model, meeting, view, seat }}
						offers={seatOffers(meeting, view, seat)}
						wanted={["let_in"]}
					/>
				)}
			</li>
		);
	}, [model, meeting, seat, signature, language]);
}

/** The letter and colour of a seat's category, as in the chamber. */
function CategoryChip({ meeting, seat }: { meeting: Meeting; seat: string }) {
	const planned = meeting.seats[seat];
	const category = meeting.categories.findIndex(({ key }) => key === planned?.category);
	const stage = planned?.role === "speaker" || planned?.role === "chair";
	const colour = stage ? "rostrum" : category < 0 ? "other" : `${colourOf(category)}`;
	return (
		<span
			class={`category-chip category-${colour}`}
			title={stage ? t(words).role[planned.role] : meeting.categories[category]?.name}
			aria-hidden="true"
		>
			{stage ? "" : letterOf(category)}
		</span>
	);
}

function focusedNow(): HTMLElement | null {
	return document.activeElement instanceof HTMLElement ? document.activeElement : null;
}
