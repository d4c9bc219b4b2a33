import { clock, day, hall, hour, programme, t, words, zone } from "@/i18n";
import { EmptyState, useSeconds } from "@/ui";
import type { RoomProps } from "./props";

const DAY_MS = 86_400_000;

/** Before the opening: when it is planned, by the clock of the meeting's place and by the reader's. */
export function UntilStart({ link, meeting }: RoomProps) {
	const { starts, timezone } = meeting;
	const left = starts - useSeconds(() => link.now(), starts).value;
	const strings = t(hall);
	const elsewhere = zone(starts) !== zone(starts, timezone);
	return (
		<EmptyState tone="stage" title={strings.planned}>
			{left > 0 && (
				<p class="until-start" role="timer">
					<strong class="tabular">
						{left >= DAY_MS ? strings.days(Math.floor(left / DAY_MS)) : clock(left + 999)}
					</strong>{" "}
					{strings.opensIn}
				</p>
			)}
			<p>
				{day(starts, timezone)}, <span class="tabular">{hour(starts, timezone)}</span> ({meeting.city},{" "}
				{zone(starts, timezone)})
				{elsewhere && (
					<>
						<br />
						{`${t(words).yourTime}: ${hour(starts)}, ${zone(starts)}`}
					</>
				)}
			</p>
			<p>{strings.plannedNote}</p>
			<p>
				<a href="check">{t(programme).check}</a>
			</p>
		</EmptyState>
	);
}
