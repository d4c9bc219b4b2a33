import { t, words } from "@/i18n";
import { archive } from "@/i18n/archive";
import type { Meeting, View } from "@/wire/protocol";

/** Whether the meeting is open, and on the record, in words. */
export function Phase({ meeting, view }: { meeting: Meeting; view: View }) {
	const word = t(words);
	const record = meeting.on_record ? word.onRecord : word.offRecord;
	return (
		<p class="hall-phase soft">
			{word.phase[view.phase]}
			{view.phase === "open" && ` · ${record}`}
			{view.phase === "closed" && view.readers && (
				<>
					{" · "}
					<a href="record">{t(archive).record}</a>
				</>
			)}
		</p>
	);
}
