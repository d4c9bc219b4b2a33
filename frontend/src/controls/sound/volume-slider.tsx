import type { Player } from "@/media";

/** How loud the meeting is on this page. */
export function VolumeSlider({ player, label }: { player: Player; label: string }) {
	return (
		<input
			type="range"
			min={0}
			max={1}
			step={0.05}
			value={player.volume.value}
			aria-label={label}
			onInput={({ currentTarget }) => {
				player.volume.value = currentTarget.valueAsNumber;
			}}
		/>
	);
}
