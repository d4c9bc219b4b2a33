import { t, ui } from "@/i18n";
import type { Category } from "@/wire/protocol";
import { type ChartSeat, colourOf, countOf, letterOf, sectorsOf } from "./seats";
import "./legend.css";

export interface CategoryLegendProps {
	categories: readonly Category[];
	seats: readonly ChartSeat[];
	/** Shows only how many are expected, as before a meeting. */
	expectedOnly?: boolean;
	/** Also explains the marks: present, expected, hand raised, has the floor. */
	signs?: boolean;
}

/** The categories, each with its letter, colour and count. */
export function CategoryLegend({
	categories,
	seats,
	expectedOnly = false,
	signs = false,
}: CategoryLegendProps) {
	const sectors = sectorsOf(categories, seats);
	const rostrum = seats.filter((seat) => seat.rostrum);
	const strings = t(ui);
	return (
		<div class="legend">
			<ul class="legend-categories">
				{categories.map((category, i) => (
					<Line
						key={category.key}
						chip={letterOf(i)}
						colour={`${colourOf(i)}`}
						name={category.name}
						seats={sectors[i] ?? []}
						expectedOnly={expectedOnly}
					/>
				))}
				<Line colour="other" name={strings.others} seats={sectors.at(-1) ?? []} expectedOnly={expectedOnly} />
				<Line colour="rostrum" name={strings.rostrum} seats={rostrum} expectedOnly={expectedOnly} />
			</ul>
			{signs && <Signs />}
		</div>
	);
}

interface LineProps {
	chip?: string;
	colour: string;
	name: string;
	seats: readonly ChartSeat[];
	expectedOnly: boolean;
}

function Line({ chip = "", colour, name, seats, expectedOnly }: LineProps) {
	if (seats.length === 0) return null;
	const { present, expected } = countOf(seats);
	return (
		<li>
			<span class={`category-chip category-${colour}`}>{chip}</span>
			<span class="legend-name">{name}</span>
			<span class="tabular">
				<span class="visually-hidden">
					{expectedOnly ? t(ui).expectedSeats(expected) : t(ui).presentOf(present, expected)}
				</span>
				<span aria-hidden="true">
					{expectedOnly ? (
						<strong>{expected}</strong>
					) : (
						<>
							<strong>{present}</strong>
							<span class="soft"> / {expected}</span>
						</>
					)}
				</span>
			</span>
		</li>
	);
}

function Signs() {
	const strings = t(ui);
	return (
		<ul class="legend-signs" aria-label={strings.legend}>
			<li>
				<svg viewBox="-12 -12 24 24" class="seat-other seat-present" aria-hidden="true">
					<circle class="seat-disc" r="8" stroke-width="2" />
				</svg>
				{strings.legendPresent}
			</li>
			<li>
				<svg viewBox="-12 -12 24 24" class="seat-other" aria-hidden="true">
					<circle class="seat-disc" r="8" stroke-width="2" />
				</svg>
				{strings.legendExpected}
			</li>
			<li>
				<svg viewBox="-12 -12 24 24" class="hand" aria-hidden="true">
					<path d="M0 10 L-5 3 A7.5 7.5 0 1 1 5 3 Z" />
				</svg>
				{strings.legendHand}
			</li>
			<li>
				<svg viewBox="-12 -12 24 24" class="seat-other seat-present" aria-hidden="true">
					<circle class="seat-lit" r="10" stroke-width="3" />
					<circle class="seat-disc" r="7" stroke-width="1.5" />
				</svg>
				{strings.legendFloor}
			</li>
		</ul>
	);
}
