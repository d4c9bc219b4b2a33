import { hall, t } from "@/i18n";
import { speakersNow } from "@/state";
import { Clock, Nameplate } from "@/ui";
import type { RoomProps } from "./props";

/** Who has the floor, with their nameplates. */
export function SpeakingNow({ link, meeting, view }: RoomProps) {
	const speaking = speakersNow(meeting, view);
	const strings = t(hall);
	return (
		<section
			class="speaking-now"
			aria-label={strings.speaksNow}
			aria-live="polite"
			data-open={view.phase === "open"}
		>
			{view.phase === "open" && speaking.length === 0 && (
				<p class="soft speaking-nobody">{strings.nobodySpeaks}</p>
			)}
			<ul>
				{speaking.map(({ key, seat, microphone, since }) => (
					<li key={key}>
						<Nameplate seat={seat} size={speaking.length === 1 ? "large" : "plain"} air={microphone} />
						<p class="soft speaking-since" aria-live="off">
							{!microphone && <span>{strings.microphoneClosed}</span>}
							<Clock now={() => link.now()} from={since} />
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
