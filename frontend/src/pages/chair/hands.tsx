import { chair, clock, t } from "@/i18n";
import { seatOffers } from "@/state";
import { plateOf, useSeconds } from "@/ui";
import type { ChairModel, PartProps } from "./model";
import { RovingList } from "./roving";
import { ActionButton } from "./seat-actions";

/** The raised hands in their order, each with how long it has been up. */
export function Hands({ model, meeting, view }: PartProps) {
	const strings = t(chair);
	return (
		<section class="chair-panel chair-hands" aria-labelledby="hands-title">
			<h2 id="hands-title" tabIndex={-1}>
				{strings.parts.hands}
				{view.hands.length > 0 && <span class="chair-count tabular">{view.hands.length}</span>}
			</h2>
			{view.hands.length === 0 && <p class="soft">{strings.hands.none}</p>}
			<RovingList label={strings.parts.hands} class="chair-hands-list">
				{view.hands.map((seat, place) => {
					const planned = meeting.seats[seat];
					const offers = seatOffers(meeting, view, seat);
					return (
						<li key={seat} class="chair-hand" data-row={seat} data-act-seat={seat}>
							<span class="chair-hand-place tabular">{place + 1}</span>
							<div class="chair-hand-who">
								<p class="chair-hand-name">{planned ? plateOf(planned).head : seat}</p>
								<p class="chair-hand-below">
									<Waited model={model} since={view.raised?.[seat]} />
									<span>{planned ? plateOf(planned).below.join(" · ") : ""}</span>
								</p>
							</div>
							<div class="chair-hand-acts">
								<ActionButton {...{ model, meeting, view, seat, offers }} wanted={["give"]} kind="primary" />
								<ActionButton {...{ model, meeting, view, seat, offers }} wanted={["lower"]} />
							</div>
						</li>
					);
				})}
			</RovingList>
		</section>
	);
}

function Waited({ model, since }: { model: ChairModel; since: number | undefined }) {
	const at = useSeconds(model.now);
	if (since === undefined) return null;
	return <span class="chair-hand-waited tabular">{t(chair).hands.waiting(clock(at.value - since))}</span>;
}
