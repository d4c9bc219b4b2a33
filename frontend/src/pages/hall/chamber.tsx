import { t, ui } from "@/i18n";
import { CategoryLegend, chartSeats, HemicycleChart, SeatList } from "@/ui";
import type { RoomProps } from "./props";

/** The chamber as it is now, with its legend and as a list. */
export function Chamber({ meeting, view, mine }: RoomProps) {
	const seats = chartSeats(meeting, view, mine);
	const strings = t(ui);
	return (
		<section class="panel chamber" aria-labelledby="chamber-title">
			<h2 id="chamber-title" class="visually-hidden">
				{strings.chamber}
			</h2>
			<HemicycleChart categories={meeting.categories} seats={seats} />
			<div class="chamber-side">
				<CategoryLegend categories={meeting.categories} seats={seats} signs />
				<SeatList categories={meeting.categories} seats={seats} />
			</div>
		</section>
	);
}
