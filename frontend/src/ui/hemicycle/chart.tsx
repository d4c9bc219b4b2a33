import type { VNode } from "preact";
import { useId, useMemo, useRef, useState } from "preact/hooks";
import { t, ui, type Words, words } from "@/i18n";
import type { Category } from "@/wire/protocol";
import { type Chamber, layout, type Place } from "./layout";
import { type Direction, neighbour } from "./neighbour";
import { HandMark, LETTER_RADIUS, SeatMark } from "./seat-mark";
import { stateOf } from "./seat-words";
import { type ChartSeat, colourOf, countOf, letterOf, sectorsOf } from "./seats";
import "./chart.css";

export interface HemicycleChartProps {
	categories: readonly Category[];
	/** From `chartSeats` or `expectedSeats`. */
	seats: readonly ChartSeat[];
	/** Nobody's name is known: the chamber is one picture, and says only how many are expected. */
	anonymous?: boolean;
	/** Called with the key of the seat that is clicked, or on which Enter is pressed. */
	onSelect?: (key: string) => void;
	selected?: string | undefined;
}

const KEYS: Partial<Record<string, Direction>> = {
	ArrowLeft: "left",
	ArrowRight: "right",
	ArrowUp: "outward",
	ArrowDown: "inward",
};

/**
 * The chamber: every seat in a half-round, by category.
 *
 * One stop of the Tab key; inside, the arrow keys go from seat to seat, and the line below says
 * whose seat it is.
 */
export function HemicycleChart(props: HemicycleChartProps) {
	const { categories, seats, anonymous = false, onSelect, selected } = props;
	const id = useId();
	const [pointed, setPointed] = useState<string>();
	const [focused, setFocused] = useState(false);

	const sectors = sectorsOf(categories, seats);
	const rostrum = seats.filter((seat) => seat.rostrum);
	const sizes = sectors.map((sector) => sector.length);
	// Where the seats stand changes with their number alone, not with what happens in them.
	const chamber = useMemo(() => layout(sizes, rostrum.length), [sizes.join(), rostrum.length]);
	const order = [...rostrum, ...sectors.flat()];
	const places = useMemo(() => [...chamber.rostrum, ...chamber.places], [chamber]);
	const marks = useMarks(order, places, chamber, anonymous ? undefined : id, selected);
	const index = order.findIndex((seat) => seat.key === pointed);
	const active = order[index];

	const go = (event: KeyboardEvent) => {
		const direction = KEYS[event.key];
		let next = index;
		if (direction) next = index < 0 ? start(order) : neighbour(places, index, direction);
		else if (event.key === "Home") next = 0;
		else if (event.key === "End") next = order.length - 1;
		else if ((event.key === "Enter" || event.key === " ") && active && onSelect) onSelect(active.key);
		else return;
		event.preventDefault();
		setPointed(order[next]?.key);
	};
	const keyAt = (event: Event) =>
		event.target instanceof Element
			? event.target.closest<SVGElement>("[data-seat]")?.dataset.seat
			: undefined;

	const box = `0 0 ${chamber.width} ${chamber.height.toFixed(1)}`;
	const drawn = [<Rostrum key="rostrum" chamber={chamber} />, ...marks];
	// What lies above the seats: a mark may reach over its neighbours.
	const above = (
		<svg class="hemicycle-above" viewBox={box} aria-hidden="true">
			{order.map((seat, i) => {
				const place = places[i];
				if (seat.hand === 0 || !place) return null;
				return <HandMark key={seat.key} place={place} radius={radiusOf(seat, chamber)} hand={seat.hand} />;
			})}
			{active && places[index] && (
				<circle
					class="seat-active"
					cx={places[index].x}
					cy={places[index].y}
					r={radiusOf(active, chamber) * 1.35 + 2}
					stroke-width={Math.max(3, chamber.seat * 0.12)}
				/>
			)}
		</svg>
	);
	const letters = chamber.sectors.map(({ group, x, y }) => (
		<span
			key={group}
			class={`sector-letter category-chip category-${colourOf(group)}`}
			style={{ left: `${(100 * x) / chamber.width}%`, top: `${(100 * y) / chamber.height}%` }}
			hidden={group >= categories.length}
			aria-hidden="true"
		>
			{letterOf(group)}
		</span>
	));
	const { present, expected } = countOf(seats);
	const share = { "--hollow-top": `${hollowTop(chamber)}%`, width: `${chamber.width / 10}%` };

	if (anonymous) {
		return (
			<figure class="hemicycle" role="img" aria-label={t(ui).expectedSeats(expected)}>
				<div class="hemicycle-drawing" data-letters={chamber.seat < LETTER_RADIUS} style={share}>
					<svg viewBox={box} aria-hidden="true">
						{drawn}
					</svg>
					{letters}
					<Total large={expected} small={t(ui).legendExpected} />
				</div>
			</figure>
		);
	}
	return (
		<figure class="hemicycle">
			<div class="hemicycle-drawing" data-letters={chamber.seat < LETTER_RADIUS} style={share}>
				<div
					class="hemicycle-seats"
					role="listbox"
					tabIndex={0}
					aria-label={`${t(ui).chamber}: ${t(ui).presentOf(present, expected)}`}
					aria-describedby={`${id}-hint`}
					aria-activedescendant={focused && active ? `${id}-${active.key}` : undefined}
					data-selects={onSelect !== undefined}
					onKeyDown={go}
					onFocus={() => setFocused(true)}
					onBlur={() => {
						setFocused(false);
						setPointed(undefined);
					}}
					onPointerMove={(event) => setPointed(keyAt(event) ?? (focused ? pointed : undefined))}
					onPointerLeave={() => !focused && setPointed(undefined)}
					onClick={(event) => {
						const key = keyAt(event);
						setPointed(key);
						if (key) onSelect?.(key);
					}}
				>
					<svg viewBox={box} role="none">
						{drawn}
					</svg>
				</div>
				{above}
				{letters}
				<Total large={`${present}`} of={`${expected}`} small={t(ui).legendPresent} />
			</div>
			<p class="visually-hidden" id={`${id}-hint`}>
				{t(ui).chamberHint}
			</p>
			<figcaption class="hemicycle-caption">
				{active ? (
					<>
						<strong>{active.name}</strong>
						<span>{[active.below, categories[active.category]?.name].filter(Boolean).join(" · ")}</span>
						<span>{stateOf(active, t(words))}</span>
					</>
				) : (
					mineOf(order) && (
						<>
							<span class="soft">{t(words).yourSeat}</span>
							<strong>{mineOf(order)}</strong>
						</>
					)
				)}
			</figcaption>
		</figure>
	);
}

interface Mark {
	seat: ChartSeat;
	place: Place;
	selected: boolean;
	word: Words;
	node: VNode;
}

/**
 * The seats' marks. A mark whose seat has not changed is the same node as before, which is all that
 * a drawing of a thousand seats needs to follow a meeting: Preact skips it.
 */
function useMarks(
	order: readonly ChartSeat[],
	places: readonly Place[],
	chamber: Chamber,
	id: string | undefined,
	chosen: string | undefined,
): VNode[] {
	const kept = useRef(new Map<string, Mark>());
	const word = t(words);
	const marks = new Map<string, Mark>();
	for (const [i, seat] of order.entries()) {
		const place = places[i];
		if (!place) continue;
		const selected = seat.key === chosen;
		const before = kept.current.get(seat.key);
		if (
			before?.seat === seat &&
			before.place === place &&
			before.selected === selected &&
			before.word === word
		) {
			marks.set(seat.key, before);
			continue;
		}
		const node = (
			<SeatMark
				key={seat.key}
				seat={seat}
				place={place}
				radius={radiusOf(seat, chamber)}
				label={id && [seat.name, seat.below, stateOf(seat, word)].filter(Boolean).join(", ")}
				id={id && `${id}-${seat.key}`}
				selected={selected}
			/>
		);
		marks.set(seat.key, { seat, place, selected, word, node });
	}
	kept.current = marks;
	return [...marks.values()].map(({ node }) => node);
}

/** Whose seat mine is, where one is. */
function mineOf(order: readonly ChartSeat[]): string | undefined {
	return order.find((seat) => seat.mine)?.name;
}

/** Where the arrow keys begin: at my own seat, else at the rostrum. */
function start(order: readonly ChartSeat[]): number {
	return Math.max(
		0,
		order.findIndex((seat) => seat.mine),
	);
}

function radiusOf(seat: ChartSeat, chamber: Chamber): number {
	return seat.rostrum ? chamber.rostrumSeat : chamber.seat;
}

/** The desk behind which the rostrum's seats stand. */
function Rostrum({ chamber }: { chamber: Chamber }) {
	const [first] = chamber.rostrum;
	if (!first) return null;
	const reach = chamber.rostrumSeat * 1.7;
	const xs = chamber.rostrum.map((place) => place.x);
	const top = Math.min(...chamber.rostrum.map((place) => place.y)) - reach;
	const left = Math.min(...xs) - reach;
	const width = Math.max(...xs) + reach - left;
	return (
		<rect
			class="rostrum"
			x={left}
			y={top}
			width={width}
			height={chamber.centre.y + reach - top}
			rx={chamber.rostrumSeat * 0.5}
		/>
	);
}

/** How far down the free half circle begins, in per cent of the drawing. */
function hollowTop(chamber: Chamber): number {
	const top = chamber.centre.y - chamber.hollow;
	return (100 * (top + chamber.hollow * 0.1)) / chamber.height;
}

function Total({ large, of, small }: { large: string | number; of?: string; small: string }) {
	// A long number is written smaller, so that it stays clear of the front row.
	const length = `${large}${of === undefined ? "" : ` / ${of}`}`.length;
	return (
		<p class="hemicycle-total" aria-hidden="true" style={{ "--length": length }}>
			<span class="hemicycle-total-large tabular">
				{large}
				{of !== undefined && <span class="hemicycle-total-of"> / {of}</span>}
			</span>
			<span>{small}</span>
		</p>
	);
}
