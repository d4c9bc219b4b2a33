import { chair, clock, t } from "@/i18n";
import { seatOffers } from "@/state";
import { plateOf, useSeconds } from "@/ui";
import type { Meeting, View } from "@/wire/protocol";
import type { Desk } from "./desk";
import { RovingList } from "./roving";
import { ActButton } from "./seat-acts";

/** The raised hands in their order, each with how long it has been up. */
export function Hands({ desk, meeting, view }: { desk: Desk; meeting: Meeting; view: View }) {
	const strings = t(chair);
	return (
		<section class="desk-panel desk-hands" aria-labelledby="hands-title">
			<h2 id="hands-title" tabIndex={-1}>
				{strings.parts.hands}
				{view.hands.length > 0 && <span class="desk-count tabular">{view.hands.length}</span>}
			</h2>
			{view.hands.length === 0 && <p class="soft">{strings.hands.none}</p>}
			<RovingList label={strings.parts.hands} class="desk-hands-list">
				{view.hands.map((seat, place) => {
					const planned = meeting.seats[seat];
					const offers = seatOffers(meeting, view, seat);
					return (
						<li key={seat} class="desk-hand" data-row={seat} data-act-seat={seat}>
							<span class="desk-hand-place tabular">{place + 1}</span>
							<div class="desk-hand-who">
								<p class="desk-hand-name">{planned ? plateOf(planned).head : seat}</p>
								<p class="desk-hand-below">
									<Waited desk={desk} since={view.raised?.[seat]} />
									<span>{planned ? plateOf(planned).below.join(" · ") : ""}</span>
								</p>
							</div>
							<div class="desk-hand-acts">
								<ActButton {...{ desk, meeting, view, seat, offers }} wanted={["give"]} kind="primary" />
								<ActButton {...{ desk, meeting, view, seat, offers }} wanted={["lower"]} />
							</div>
						</li>
					);
				})}
			</RovingList>
		</section>
	);
}

function Waited({ desk, since }: { desk: Desk; since: number | undefined }) {
	const at = useSeconds(desk.now);
	if (since === undefined) return null;
	return <span class="desk-hand-waited tabular">{t(chair).hands.waiting(clock(at.value - since))}</span>;
}
