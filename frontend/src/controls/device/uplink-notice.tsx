import { media, t } from "@/i18n";
import type { Publisher } from "@/media";

/** Says that the speaker's connection does not bear the full picture; empty while it does. */
export function UplinkNotice({ publisher }: { publisher: Publisher }) {
	const state = publisher.uplink.value;
	return (
		<div class="speak-uplink" role="status" data-state={state}>
			{state !== "good" && <p>{t(media).uplink[state]}</p>}
		</div>
	);
}
