import { boothSigns, ownName, t } from "@/i18n";
import type { View } from "@/wire/protocol";
import "./slow-sign.css";

/**
 * That booths ask for slower speech, and which; it goes when the server lets it go, after some
 * seconds.
 *
 * It is there, empty, so that assistive technology hears what comes into it.
 */
export function SlowSign({ slow = {} }: { slow: View["slow"] }) {
	const booths = Object.keys(slow);
	const strings = t(boothSigns);
	return (
		<div class="slow-sign" role="status">
			{booths.length > 0 && (
				// A new wish begins to fade anew.
				<div class="slow-sign-wish" key={Math.max(...Object.values(slow))}>
					<svg class="slow-sign-mark" viewBox="0 0 24 24" aria-hidden="true">
						<path d="M3 12h4l2.5-6 5 12 2.5-6h4" />
					</svg>
					<p class="slow-sign-words">
						<strong>{strings.slow}</strong>
						<span>{strings.slowBooths(booths.map(ownName).join(", "))}</span>
					</p>
				</div>
			)}
		</div>
	);
}
