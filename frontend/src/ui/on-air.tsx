import { t, words } from "@/i18n";
import "./on-air.css";

/** The sign of an open microphone: a red dot and the words, never one of them alone. */
export function OnAir({ tone = "paper" }: { tone?: "paper" | "stage" | "filled" }) {
	return (
		<span class={`on-air on-air-${tone}`}>
			<svg class="on-air-dot" viewBox="0 0 12 12" aria-hidden="true">
				<circle cx="6" cy="6" r="6" />
			</svg>
			{t(words).onAir}
		</span>
	);
}
