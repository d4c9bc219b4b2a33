import { CaptionsMenu, ChannelMenu, VolumeSlider } from "@/controls";
import { chair, t } from "@/i18n";
import { canPlay } from "@/media";
import { hasFloor } from "@/state";
import { Button, icons } from "@/ui";
import type { View } from "@/wire/protocol";
import type { ChairModel } from "./model";

/** What concerns this page alone: its sound, and the chair's own devices. */
export function Controls({ model, view }: { model: ChairModel; view: View }) {
	const mine = model.link.welcome.value?.seat ?? "";
	const speaking = model.speaking.value || hasFloor(view, mine) !== undefined;
	return (
		<div class="chair-controls">
			<ChannelMenu link={model.link} player={model.player} />
			<CaptionsMenu link={model.link} />
			<Sound model={model} />
			{!speaking && (
				<Button
					onClick={() => {
						model.speaking.value = true;
						model.column.value = "stage";
					}}
				>
					{t(chair).me.open}
				</Button>
			)}
		</div>
	);
}

/** The sound of the stage on this page: no business of anybody else's. */
function Sound({ model }: { model: ChairModel }) {
	const { player } = model;
	const strings = t(chair).stage;
	const able = canPlay();
	if (!able.ok) return <p class="chair-stage-unable">{strings.unable}</p>;
	if (player.blocked.value) {
		return (
			<Button kind="primary" icon={icons.sound} onClick={() => void player.unlock()}>
				{strings.unlock}
			</Button>
		);
	}
	const muted = player.muted.value;
	return (
		<div class="chair-stage-sound">
			<Button
				pressed={!muted}
				label={strings.sound}
				icon={muted ? icons.muted : icons.sound}
				onClick={() => {
					player.muted.value = !muted;
				}}
			/>
			<VolumeSlider player={player} label={strings.volume} />
		</div>
	);
}
