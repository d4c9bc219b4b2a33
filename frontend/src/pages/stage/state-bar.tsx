import { stage, t } from "@/i18n";
import type { Link } from "@/link";
import { Clock, OnAir } from "@/ui";
import type { Item } from "@/wire/protocol";
import type { MyState } from "./my-state";

/** My state in one sentence, and how long I have had the floor. */
export function StateBar({ link, state, item }: { link: Link; state: MyState; item: Item | undefined }) {
	const strings = t(stage);
	const sentence = state.said === "handUp" ? strings.state.handUp(state.place) : strings.state[state.said];
	return (
		<section class="state-bar" data-air={state.onAir} data-floor={state.since !== null}>
			<div class="state-words" aria-live="assertive" aria-atomic="true">
				<p class="state-sentence">{sentence}</p>
				{state.picture && <p class="state-picture">{strings.state[state.picture]}</p>}
			</div>
			<div class="state-side">
				{state.onAir && <OnAir tone="filled" />}
				{state.since !== null && (
					<p class="state-clock">
						<Clock now={() => link.now()} from={state.since} counts={strings.withFloor} />
					</p>
				)}
				{item && link.view.value?.item_since !== undefined && (
					<p class="state-item">
						<Clock now={() => link.now()} from={link.view.value.item_since} minutes={item.minutes} />
					</p>
				)}
			</div>
		</section>
	);
}
