import { SelfView, StageView } from "@/controls";
import { hall, hour, record, t } from "@/i18n";
import type { Publisher } from "@/media";
import { Button, EmptyState, icons } from "@/ui";
import type { RoomProps } from "./props";
import { UntilStart } from "./until-start";

/** The stage, or the sentence that says why nothing is on it. */
export function Stage(props: RoomProps & { publisher: Publisher | null }) {
	const { player, missing, meeting, view, mine, publisher } = props;
	const strings = t(hall);
	if (view.phase !== "open") {
		return (
			<div class="hall-stage">
				<div class="hall-stage-box hall-stage-words">
					{view.phase === "planned" ? <UntilStart {...props} /> : <Closed {...props} />}
				</div>
			</div>
		);
	}
	if (!player || missing) {
		return (
			<div class="hall-stage">
				<div class="hall-stage-box hall-stage-words">
					<EmptyState tone="stage" title={missing ? strings.cannotPlay[missing] : ""}>
						<p>{strings.cannotPlayNote}</p>
					</EmptyState>
				</div>
			</div>
		);
	}
	const own = (source: "camera" | "screen") => {
		const track = publisher?.[source].value;
		return track && <SelfView track={track} source={source} />;
	};
	return (
		<div class="hall-stage">
			<div class="hall-stage-box">
				<StageView
					player={player}
					meeting={meeting}
					view={view}
					mySeat={mine}
					own={own}
					empty={
						<EmptyState tone="stage" title={strings.emptyStage}>
							<p>{strings.emptyStageNote}</p>
						</EmptyState>
					}
				/>
				{player.blocked.value && (
					<div class="hall-unlock">
						<Button kind="primary" size="large" icon={icons.sound} onClick={() => void player.unlock()}>
							{strings.soundOn}
						</Button>
					</div>
				)}
				<p class="hall-media-lost" role="status">
					{player.status.value === "lost" && strings.mediaLost}
				</p>
			</div>
		</div>
	);
}

function Closed({ meeting, view }: RoomProps) {
	const strings = t(hall);
	return (
		<EmptyState tone="stage" title={strings.closed}>
			{view.closed !== undefined && <p>{strings.closedAt(hour(view.closed, meeting.timezone))}</p>}
			{view.readers && (
				<p>
					<a href="record">{t(record).record}</a>
				</p>
			)}
		</EmptyState>
	);
}
