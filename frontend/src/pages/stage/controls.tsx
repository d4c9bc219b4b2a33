import { CaptionsMenu, ChannelMenu, ChannelNews, SavingSelect, VolumeSlider } from "@/controls";
import { stage, t } from "@/i18n";
import type { Link } from "@/link";
import type { Player } from "@/media";
import { handPlace } from "@/state";
import { Button, icons, useOwnHand } from "@/ui";
import type { View } from "@/wire/protocol";

/** My hand, what I listen to, and the sound of the others. */
export function Controls({
	link,
	player,
	view,
	me,
}: {
	link: Link;
	player: Player | null;
	view: View;
	me: string;
}) {
	return (
		<div class="stage-controls">
			{player && <ChannelNews link={link} player={player} />}
			<Hand link={link} view={view} me={me} />
			{player && <ChannelMenu link={link} player={player} />}
			<CaptionsMenu link={link} />
			{player && <Sound player={player} />}
			{player && <SavingSelect player={player} />}
		</div>
	);
}

function Hand({ link, view, me }: { link: Link; view: View; me: string }) {
	const strings = t(stage);
	const up = handPlace(view, me) > 0;
	const { because, turn } = useOwnHand(link, view, me);
	return (
		<Button
			icon={icons.hand}
			shortcut="H"
			pressed={up}
			unavailable={because && strings.hand[because]}
			onClick={turn}
		>
			{up ? strings.lowerHand : strings.raiseHand}
		</Button>
	);
}

function Sound({ player }: { player: Player }) {
	const strings = t(stage);
	const muted = player.muted.value;
	return (
		<div class="stage-sound">
			<Button
				icon={muted ? icons.muted : icons.sound}
				onClick={() => {
					player.muted.value = !muted;
				}}
			>
				{muted ? strings.soundOff : strings.sound}
			</Button>
			<VolumeSlider player={player} label={strings.volume} />
		</div>
	);
}
