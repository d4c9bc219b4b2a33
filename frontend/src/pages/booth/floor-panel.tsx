import { CaptionsMenu, CaptionsView, FloorLanguage, StageView } from "@/controls";
import { booth as dictionary, hour, t, words } from "@/i18n";
import { speakersNow } from "@/state";
import { Agenda, Clock, EmptyState, Nameplate, useSeconds } from "@/ui";
import type { PanelProps } from "./props";

/** Whose floor it is, in which language, on what, since when; and the stage, small. */
export function FloorPanel({ model, meeting, view }: PanelProps) {
	const strings = t(dictionary).floor;
	const speakers = speakersNow(meeting, view);
	const now = useSeconds(model.now).value;
	return (
		<section class="panel booth-floor" aria-labelledby="booth-floor-title">
			<div class="booth-panel-head">
				<h2 id="booth-floor-title">{strings.title}</h2>
				<p class="booth-time tabular">
					<span class="visually-hidden">{strings.time} </span>
					{hour(now, meeting.timezone)}
				</p>
			</div>
			{speakers.length === 0 && <p class="soft">{strings.nobody}</p>}
			<ul class="booth-speakers">
				{speakers.map(({ key, seat, microphone, since }) => {
					const floor = view.floor.find((one) => one.seat === key);
					return (
						<li key={key}>
							<Nameplate seat={seat} air={microphone} />
							<div class="booth-speaker-side">
								{floor && <FloorLanguage link={model.link} meeting={meeting} floor={floor} />}
								<p>
									<Clock now={model.now} from={since} counts={strings.speaking} />
								</p>
								{!microphone && <p class="soft">{strings.microphoneClosed}</p>}
							</div>
						</li>
					);
				})}
			</ul>
			<div class="booth-stage">
				<StageView
					player={model.player}
					meeting={meeting}
					view={view}
					mySeat={model.me}
					empty={<EmptyState tone="stage" title={strings.stage} />}
				/>
			</div>
			<CaptionsMenu link={model.link} />
			<CaptionsView link={model.link} meeting={meeting} view={view} offer={false} />
			<details class="booth-details" open>
				<summary>{t(words).programme}</summary>
				<Agenda
					items={meeting.items}
					seats={meeting.seats}
					item={view.item}
					since={view.item_since}
					now={model.now}
				/>
			</details>
		</section>
	);
}
