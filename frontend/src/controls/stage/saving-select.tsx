import { useId } from "preact/hooks";
import { media, t } from "@/i18n";
import type { Player, Saving } from "@/media";
import "./saving-select.css";

const SAVINGS: readonly Saving[] = ["automatic", "small", "sound"];

/**
 * How much of the pictures is taken at the most, for whoever pays for what comes or has little room
 * for it.
 */
export function SavingSelect({ player }: { player: Player }) {
	const id = useId();
	const strings = t(media).saving;
	return (
		<div class="saving-select">
			<label for={id}>{strings.label}</label>
			<select
				id={id}
				value={player.saving.value}
				onChange={({ currentTarget: { value } }) => {
					player.saving.value = SAVINGS.find((saving) => saving === value) ?? "automatic";
				}}
			>
				{SAVINGS.map((saving) => (
					<option key={saving} value={saving}>
						{strings[saving]}
					</option>
				))}
			</select>
		</div>
	);
}
