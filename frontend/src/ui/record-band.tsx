import { hour, recording, t } from "@/i18n";
import type { Link } from "@/link";
import "./record-band.css";

/**
 * The band across the page while the meeting is off the record. Nobody can miss it or scroll it
 * away.
 *
 * It is there, empty, while the meeting is on the record, so that assistive technology hears what
 * comes into it.
 */
export function RecordBand({ link }: { link: Pick<Link, "view" | "meeting"> }) {
	const since = link.view.value?.off_record;
	const zone = link.meeting.value?.timezone;
	const strings = t(recording).band;
	return (
		<div class="record-band" role="status">
			{since !== undefined && zone !== undefined && (
				<p class="record-band-off">
					<svg class="record-band-sign" viewBox="0 0 20 20" aria-hidden="true">
						<circle cx="10" cy="10" r="7.5" />
						<path d="M3 17 17 3" />
					</svg>
					<strong>{strings.title}</strong>
					<span class="tabular">{strings.since(hour(since, zone))}</span>
					<span>{strings.body}</span>
				</p>
			)}
		</div>
	);
}
