import { computed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { stage, t, words } from "@/i18n";
import type { Link } from "@/link";
import type { Player } from "@/media";
import { speakersNow } from "@/state";
import { Clock, Meter, Nameplate } from "@/ui";
import type { Meeting, View } from "@/wire/protocol";

/** Who has the floor, with their nameplates and the level of their voice as it arrives here. */
export function SpeakingNow(props: {
	link: Link;
	player: Player | null;
	meeting: Meeting;
	view: View;
	me: string;
}) {
	const { link, player, meeting, view, me } = props;
	const strings = t(stage);
	const speaking = speakersNow(meeting, view);
	return (
		<section class="speaking" aria-labelledby="speaking-title">
			<h2 id="speaking-title">{strings.speaksNow}</h2>
			{speaking.length === 0 && <p class="soft">{strings.nobodySpeaks}</p>}
			<ul>
				{speaking.map(({ key, seat, microphone, since }) => (
					<li key={key}>
						<Nameplate seat={seat} air={microphone} />
						<p class="soft speaking-since">
							{key === me && <strong>{t(words).you}</strong>}
							{!microphone && <span>{strings.microphoneClosed}</span>}
							<Clock now={() => link.now()} from={since} />
						</p>
						{player && microphone && key !== me && <Level player={player} seat={key} name={seat.name} />}
					</li>
				))}
			</ul>
		</section>
	);
}

function Level({ player, seat, name }: { player: Player; seat: string; name: string }) {
	const level = useMemo(() => computed(() => player.levels.value[seat] ?? 0), [player, seat]);
	return <Meter level={level} label={name} />;
}
