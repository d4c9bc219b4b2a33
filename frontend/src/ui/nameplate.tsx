import { ownName } from "@/i18n";
import type { Seat } from "@/wire/protocol";
import { OnAir } from "./on-air";
import { plateOf } from "./plate";
import "./nameplate.css";

export interface NameplateProps {
	seat: Seat;
	/** "large" under the stage, "plain" in lists, "small" over a small picture: the name alone. */
	size?: "large" | "plain" | "small";
	/** Whether it lies on paper or on the (always dark) stage. */
	tone?: "paper" | "stage";
	/** Shows the sign that this seat's microphone is open. */
	air?: boolean;
}

/** Who it is: the name large, title and organisation below, the language by its own name. */
export function Nameplate({ seat, size = "plain", tone = "paper", air = false }: NameplateProps) {
	const { head, below } = plateOf(seat);
	return (
		<div class={`nameplate nameplate-${size} nameplate-${tone}`}>
			<p class="nameplate-name">
				<span>{head}</span>
				{air && <OnAir tone={tone} />}
			</p>
			{size !== "small" && (
				<p class="nameplate-below">
					{below.length > 0 && <span>{below.join(" · ")}</span>}
					<span class="nameplate-language" lang={seat.language}>
						{ownName(seat.language)}
					</span>
				</p>
			)}
		</div>
	);
}
