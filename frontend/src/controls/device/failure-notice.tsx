import { media, t } from "@/i18n";
import type { Publisher } from "@/media";

/** Says why a device is not available and what can be done; empty while all work. */
export function FailureNotice({ publisher }: { publisher: Publisher }) {
	const failure = publisher.failure.value;
	return (
		<div class="device-failure" role="alert">
			{failure && <p>{t(media).failure[failure.code][failure.source]}</p>}
		</div>
	);
}
