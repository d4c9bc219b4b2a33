import { media, t } from "@/i18n";
import type { Publisher } from "@/media";

/** Why a device is not there, and what can be done; empty while all are well. */
export function FailureNotice({ publisher }: { publisher: Publisher }) {
	const failure = publisher.failure.value;
	return (
		<div class="device-failure" role="alert">
			{failure && <p>{t(media).failure[failure.code][failure.source]}</p>}
		</div>
	);
}
