import { useId } from "preact/hooks";
import { chair, t } from "@/i18n";
import { CaptionsMenu, ChannelMenu, canPlay } from "@/media";
import { hasFloor } from "@/state";
import { Button, icons } from "@/ui";
import type { View } from "@/wire/protocol";
import type { Desk } from "./desk";

/** What concerns this page alone: its sound, and the chair's own devices. */
export function Controls({ desk, view }: { desk: Desk; view: View }) {
	const mine = desk.link.welcome.value?.seat ?? "";
	const speaking = desk.speaking.value || hasFloor(view, mine) !== undefined;
	return (
		<div class="desk-controls">
			<ChannelMenu link={desk.link} player={desk.player} />
			<CaptionsMenu link={desk.link} />
			<Sound desk={desk} />
			{!speaking && (
				<Button
					onClick={() => {
						desk.speaking.value = true;
						desk.column.value = "stage";
					}}
				>
					{t(chair).me.open}
				</Button>
			)}
		</div>
	);
}

/** The sound of the stage on this page: no business of anybody else's. */
function Sound({ desk }: { desk: Desk }) {
	const { player } = desk;
	const strings = t(chair).stage;
	const id = useId();
	const able = canPlay();
	if (!able.ok) return <p class="desk-stage-unable">{strings.unable}</p>;
	if (player.blocked.value) {
		return (
			<Button kind="primary" icon={icons.sound} onClick={() => void player.unlock()}>
				{strings.unlock}
			</Button>
		);
	}
	const muted = player.muted.value;
	return (
		<div class="desk-stage-sound">
			<Button
				pressed={!muted}
				label={strings.sound}
				icon={muted ? icons.muted : icons.sound}
				onClick={() => {
					player.muted.value = !muted;
				}}
			/>
			<label class="visually-hidden" for={id}>
				{strings.volume}
			</label>
			<input
				id={id}
				type="range"
				min={0}
				max={1}
				step={0.05}
				value={player.volume.value}
				onInput={(event) => {
					player.volume.value = event.currentTarget.valueAsNumber;
				}}
			/>
		</div>
	);
}
