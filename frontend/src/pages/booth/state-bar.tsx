import { languageName, ownTitle, t } from "@/i18n";
import { booth as dictionary } from "@/i18n/booth";
import { Clock, OnAir, plateOf } from "@/ui";
import type { PanelProps } from "./booth";
import type { BoothState } from "./booth-state";
import { Countdown } from "./countdown";
import { capOf } from "./keys";

/** My state in one sentence, whether I am live, and in which booth I work. */
export function StateBar({ desk, meeting, view }: PanelProps) {
	const { state } = desk;
	const strings = t(dictionary);
	if (state === null) return null;
	const booth = view.booths[desk.booth.value];
	return (
		<section class="booth-state" data-said={state.said} data-air={state.onAir} data-live={state.live}>
			<div class="booth-state-words" aria-live="assertive" aria-atomic="true">
				<p class="booth-sentence">{sentence(state, desk.booth.value, (seat) => nameOf(meeting, seat))}</p>
			</div>
			<div class="booth-state-side">
				{state.onAir && <OnAir tone="filled" />}
				{state.asked !== null && <Countdown asked={state.asked} now={desk.now} />}
				{state.live && booth?.since !== undefined && (
					<p class="booth-state-clock">
						<Clock now={desk.now} from={booth.since} counts={strings.liveFor} />
					</p>
				)}
				<Direction desk={desk} />
			</div>
		</section>
	);
}

/** Which of my booths I work in; nothing to choose with one. */
function Direction({ desk }: Pick<PanelProps, "desk">) {
	const strings = t(dictionary);
	if (desk.own.length < 2) {
		return (
			<p class="booth-direction-one" lang={desk.booth.value}>
				{ownTitle(desk.booth.value)}
			</p>
		);
	}
	return (
		<fieldset class="booth-direction">
			<legend>
				{strings.direction}
				<span class="button-key" aria-hidden="true">
					{capOf("direction")}
				</span>
			</legend>
			<div class="booth-direction-choices">
				{desk.own.map((booth) => (
					<label key={booth} class="booth-choice" lang={booth}>
						<input
							type="radio"
							name="booth"
							checked={desk.booth.value === booth}
							onChange={() => {
								desk.booth.value = booth;
							}}
						/>
						{ownTitle(booth)}
					</label>
				))}
			</div>
		</fieldset>
	);
}

/** The name on a seat's plate. */
export function nameOf(meeting: PanelProps["meeting"], seat: string): string {
	const found = meeting.seats[seat];
	return found ? plateOf(found).head : seat;
}

function sentence(state: BoothState, booth: string, name: (seat: string) => string): string {
	const { said } = t(dictionary);
	switch (state.said) {
		case "passing":
		case "live":
			return said[state.said](languageName(booth));
		case "partner":
		case "partnerAsks":
		case "partnerGone":
			return said[state.said](name(state.partner ?? ""));
		case "elsewhere":
			return said.elsewhere(languageName(state.liveIn ?? ""));
		default:
			return said[state.said];
	}
}
