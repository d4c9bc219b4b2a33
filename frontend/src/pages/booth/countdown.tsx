import { booth as dictionary, t } from "@/i18n";
import { useSeconds } from "@/ui";
import { secondsLeft } from "./booth-state";

/** How many seconds a handover can still be taken: the same for both who look at it. */
export function Countdown({ asked, now }: { asked: number; now: () => number }) {
	const left = secondsLeft(asked, useSeconds(now, asked).value);
	// Read aloud each second it would drown everything else: the sentence beside it says what goes on.
	return (
		<p class="booth-countdown tabular" data-left={left} role="timer" aria-live="off">
			{t(dictionary).partner.left(left)}
		</p>
	);
}
