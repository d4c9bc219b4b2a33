import { SelfView, StageView } from "@/controls";
import { media, stage, t } from "@/i18n";
import type { CanPlay, Player, Publisher } from "@/media";
import { Button, EmptyState, icons } from "@/ui";
import type { Meeting, View } from "@/wire/protocol";

export interface HallViewProps {
	player: Player | null;
	able: CanPlay;
	publisher: Publisher;
	meeting: Meeting;
	view: View;
	me: string;
}

/** The stage, as the hall sees it; my own picture on it is drawn from my own devices. */
export function HallView({ player, able, publisher, meeting, view, me }: HallViewProps) {
	const strings = t(stage);
	return (
		<section class="hall-view" aria-labelledby="hall-view-title">
			<h2 id="hall-view-title" class="hall-view-title">
				{strings.hallSees}
			</h2>
			<div class="hall-view-box">
				{player === null ? (
					<div class="hall-view-none">
						<EmptyState tone="stage" title={able.ok ? "" : t(media).cannotPlay[able.missing]} />
					</div>
				) : (
					<StageView
						player={player}
						meeting={meeting}
						view={view}
						mySeat={me}
						own={(source) => {
							const track = publisher[source].value;
							return track && <SelfView track={track} source={source} />;
						}}
						empty={<Empty view={view} />}
					/>
				)}
				{player?.blocked.value && (
					<div class="hall-view-unlock">
						<Button kind="primary" size="large" icon={icons.sound} onClick={() => void player.unlock()}>
							{strings.turnOnSound}
						</Button>
					</div>
				)}
				<p class="hall-view-lost" role="status">
					{player?.status.value === "lost" && strings.mediaLost}
				</p>
			</div>
		</section>
	);
}

function Empty({ view }: { view: View }) {
	const strings = t(stage);
	if (view.phase === "planned") return <EmptyState tone="stage" title={strings.notOpen} />;
	if (view.phase === "closed") return <EmptyState tone="stage" title={strings.closedStage} />;
	return (
		<EmptyState tone="stage" title={strings.emptyStage}>
			<p>{strings.emptyStageNote}</p>
		</EmptyState>
	);
}
