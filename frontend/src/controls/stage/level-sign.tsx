import { media, t } from "@/i18n";
import type { Player } from "@/media";

/**
 * Says in words that less of the pictures is shown, and why; nothing while they are whole.
 *
 * It is there, empty, so that assistive technology hears what comes into it.
 */
export function LevelSign({ player }: { player: Player }) {
	const level = player.level.value;
	const saving = player.saving.value;
	const { chosen, weak } = t(media).pictures;
	let sign: string | null = null;
	if (level !== "full") {
		// Where there is no smaller picture, stills of the whole one are what saves data.
		const isChosen = saving === level || (saving === "small" && level === "stills");
		sign = isChosen ? chosen[level] : weak[level];
	}
	return (
		<p class="stage-level" role="status" data-level={level}>
			{sign}
		</p>
	);
}
