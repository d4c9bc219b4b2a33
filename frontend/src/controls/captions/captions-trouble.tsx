import { captions as dictionary, t } from "@/i18n";
import type { View } from "@/wire/protocol";
import "./captions.css";

/** Tells the chair what is wrong with the captions; empty if nothing is. */
export function CaptionsTrouble({ view }: { view: View }) {
	const strings = t(dictionary);
	const { trouble, behind } = view.captions ?? {};
	let said: string | null = null;
	if (trouble === "not_stored") said = strings.notStored;
	else if (trouble === "stopped") said = strings.stopped;
	else if (behind !== undefined) said = strings.behind(Math.round(behind / 1000));
	return (
		<p class="captions-trouble" role="status">
			{said}
		</p>
	);
}
