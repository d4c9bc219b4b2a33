import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { CaptionsMenu, ChannelMenu, SavingSelect, VolumeSlider } from "@/controls";
import { hall, t } from "@/i18n";
import type { Player } from "@/media";
import { handPlace } from "@/state";
import { Button, icons, useOwnHand, useShortcuts } from "@/ui";
import type { RoomProps } from "./props";

/** One row of controls: hand, language, sound, full screen. */
export function Controls(props: RoomProps & { front: RefObject<HTMLElement | null> }) {
	const { meeting, mine, player, front } = props;
	const participant = meeting.seats[mine]?.role === "participant";
	return (
		<section class="controls" aria-label={t(hall).controls}>
			{participant && <Hand {...props} />}
			{player && <ChannelMenu link={props.link} player={player} />}
			{meeting.seats[mine]?.role !== "captioner" && <CaptionsMenu link={props.link} />}
			{player && <Sound player={player} />}
			{player && <SavingSelect player={player} />}
			<FullScreen front={front} />
		</section>
	);
}

function Hand({ link, view, mine }: RoomProps) {
	const strings = t(hall);
	const place = handPlace(view, mine);
	const { because, turn } = useOwnHand(link, view, mine);
	const reasons = { lost: strings.handLost, notOpen: strings.handNotOpen, hasFloor: strings.youHaveFloor };
	return (
		<div class="controls-hand">
			<Button
				kind={place > 0 ? "quiet" : "primary"}
				icon={icons.hand}
				shortcut="H"
				unavailable={because && reasons[because]}
				onClick={turn}
			>
				{place > 0 ? strings.lowerHand : strings.raiseHand}
			</Button>
			<p class="controls-place" role="status">
				{place > 0 && strings.myPlace(place)}
			</p>
		</div>
	);
}

function Sound({ player }: { player: Player }) {
	const strings = t(hall);
	const muted = player.muted.value;
	const turn = () => {
		player.muted.value = !player.muted.peek();
		if (player.blocked.peek()) void player.unlock();
	};
	useShortcuts({ M: turn });
	return (
		<div class="controls-sound">
			<Button icon={muted ? icons.muted : icons.sound} shortcut="M" onClick={turn}>
				<span class="controls-words">{muted ? strings.unmute : strings.mute}</span>
			</Button>
			<VolumeSlider player={player} label={strings.volume} />
		</div>
	);
}

function FullScreen({ front }: { front: RefObject<HTMLElement | null> }) {
	const [full, setFull] = useState(false);
	useEffect(() => {
		const look = () => setFull(document.fullscreenElement !== null);
		document.addEventListener("fullscreenchange", look);
		return () => document.removeEventListener("fullscreenchange", look);
	}, []);
	const turn = () => {
		if (document.fullscreenElement) void document.exitFullscreen();
		else void front.current?.requestFullscreen();
	};
	useShortcuts({ F: turn });
	const strings = t(hall);
	if (!document.fullscreenEnabled) return null;
	return (
		<Button icon={full ? icons.leaveFullScreen : icons.fullScreen} shortcut="F" onClick={turn}>
			<span class="controls-words">{full ? strings.leaveFullScreen : strings.fullScreen}</span>
		</Button>
	);
}
