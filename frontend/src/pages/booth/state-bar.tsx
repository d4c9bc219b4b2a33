import { booth as dictionary, languageName, ownTitle, t } from "@/i18n";
import { Clock, OnAir, plateOf } from "@/ui";
import type { BoothState, Said } from "./booth-state";
import { Countdown } from "./countdown";
import { capFor } from "./keys";
import type { PanelProps } from "./props";

/** My state in one sentence, whether I am live, and in which booth I work. */
export function StateBar({ model, meeting, view }: PanelProps) {
	const { state } = model;
	const strings = t(dictionary);
	if (state === null) return null;
	const booth = view.booths[model.booth.value];
	const name = (seat: string): string => nameOf(meeting, seat);
	return (
		<section class="booth-state" data-said={state.said} data-air={state.onAir} data-live={state.live}>
			<p class="booth-sentence" aria-hidden="true">
				{sentence(state, state.said, model.booth.value, name)}
			</p>
			{/* An interpreter who listens to the page as well must not be told of each cough: the button says it. */}
			<p class="visually-hidden" aria-live="assertive">
				{sentence(state, state.aloud, model.booth.value, name)}
			</p>
			<div class="booth-state-side">
				{state.onAir && <OnAir tone="filled" />}
				{state.asked !== null && <Countdown asked={state.asked} now={model.now} />}
				{state.live && booth?.since !== undefined && (
					<p class="booth-state-clock">
						<Clock now={model.now} from={booth.since} counts={strings.liveFor} />
					</p>
				)}
				<Direction model={model} />
			</div>
		</section>
	);
}

/** Which of my booths I work in; nothing to choose with one. */
function Direction({ model }: Pick<PanelProps, "model">) {
	const strings = t(dictionary);
	if (model.own.length < 2) {
		return (
			<p class="booth-direction-one" lang={model.booth.value}>
				{ownTitle(model.booth.value)}
			</p>
		);
	}
	return (
		<fieldset class="booth-direction">
			<legend>
				{strings.direction}
				<span class="button-key" aria-hidden="true">
					{capFor("direction")}
				</span>
			</legend>
			<div class="booth-direction-choices">
				{model.own.map((booth) => (
					<label key={booth} class="booth-choice" lang={booth}>
						<input
							type="radio"
							name="booth"
							checked={model.booth.value === booth}
							onChange={() => {
								model.booth.value = booth;
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

function sentence(state: BoothState, what: Said, booth: string, name: (seat: string) => string): string {
	const { said } = t(dictionary);
	switch (what) {
		case "passing":
		case "live":
			return said[what](languageName(booth));
		case "partner":
		case "partnerAsks":
		case "partnerGone":
			return said[what](name(state.partner ?? ""));
		case "elsewhere":
			return said.elsewhere(languageName(state.liveIn ?? ""));
		default:
			return said[what];
	}
}
