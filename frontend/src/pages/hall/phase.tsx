import { t, words } from "@/i18n";
import type { Meeting, View } from "@/wire/protocol";

/** Whether the meeting is open, and on the record, in words. */
export function Phase({ meeting, view }: { meeting: Meeting; view: View }) {
	const word = t(words);
	const kept = meeting.on_record && view.off_record === undefined;
	const record = kept ? word.onRecord : word.offRecord;
	return (
		<p class="hall-phase soft">
			{word.phase[view.phase]}
			{view.phase === "open" && ` · ${record}`}
		</p>
	);
}
