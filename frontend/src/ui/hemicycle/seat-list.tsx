import { useState } from "preact/hooks";
import { t, ui, words } from "@/i18n";
import type { Category } from "@/wire/protocol";
import { stateOf } from "./seat-words";
import { type ChartSeat, colourOf, countOf, letterOf, sectorsOf } from "./seats";
import "./seat-list.css";

/** The chamber as text: every seat by category. */
export function SeatList({
	categories,
	seats,
}: {
	categories: readonly Category[];
	seats: readonly ChartSeat[];
}) {
	const [open, setOpen] = useState(false);
	const sectors = sectorsOf(categories, seats);
	const strings = t(ui);
	const groups = [
		{ name: strings.rostrum, colour: "rostrum", letter: "", seats: seats.filter((seat) => seat.rostrum) },
		...categories.map(({ name }, i) => ({
			name,
			colour: `${colourOf(i)}`,
			letter: letterOf(i),
			seats: sectors[i] ?? [],
		})),
		{ name: strings.others, colour: "other", letter: "", seats: sectors.at(-1) ?? [] },
	].filter((group) => group.seats.length > 0);
	return (
		<details class="seat-list" onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>{strings.asList}</summary>
			{open && groups.map((group) => <Group key={group.name} {...group} />)}
		</details>
	);
}

interface GroupProps {
	name: string;
	colour: string;
	letter: string;
	seats: readonly ChartSeat[];
}

function Group({ name, colour, letter, seats }: GroupProps) {
	const { present, expected } = countOf(seats);
	return (
		<section class="seat-list-group">
			<h3>
				<span class={`category-chip category-${colour}`} aria-hidden="true">
					{letter}
				</span>
				{name}
				<span class="soft seat-list-count">{t(ui).presentOf(present, expected)}</span>
			</h3>
			<ul>
				{seats.map((seat) => (
					<li key={seat.key}>
						<span class="seat-list-name">{seat.name}</span>
						{seat.below && <span class="soft">{seat.below}</span>}
						<span class={seat.present ? "seat-list-state" : "seat-list-state soft"}>
							{stateOf(seat, t(words))}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
