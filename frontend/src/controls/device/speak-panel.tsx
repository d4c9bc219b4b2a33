import type { JSX } from "preact";
import { type MediaStrings, media, t } from "@/i18n";
import type { Link } from "@/link";
import type { Player, Publisher } from "@/media";
import { hasFloor } from "@/state";
import { Meter } from "@/ui";
import { LoudspeakerSelect } from "../sound/loudspeaker-select";
import { CameraButton, MicrophoneButton, ScreenButton } from "./device-buttons";
import { DeviceSelect } from "./device-select";
import { FailureNotice } from "./failure-notice";
import { SelfView } from "./self-view";
import { UplinkNotice } from "./uplink-notice";
import "./speak-panel.css";

/**
 * Where somebody speaks from: their own picture, the level of their voice, what becomes of it, and
 * their microphone, camera and screen.
 */
export function SpeakPanel(props: {
	link: Link;
	publisher: Publisher;
	/** Plays the others; with it, its loudspeaker can be chosen. */
	player?: Player | null;
	/** The key by which the page mutes and unmutes, to be shown. */
	muteKey?: string;
	/** False where the page itself says what becomes of the microphone's sound. */
	says?: boolean;
}): JSX.Element {
	const { link, publisher, player, muteKey, says = true } = props;
	const devices = publisher.microphone.value !== null || publisher.camera.value !== null;
	const strings = t(media);
	return (
		<section class="speak-panel" aria-label={strings.panel}>
			<div class="speak-views">
				<SelfView track={publisher.camera.value} source="camera" />
				{publisher.screen.value && <SelfView track={publisher.screen.value} source="screen" />}
			</div>
			<div class="speak-controls">
				{says && (
					<p class="speak-state" role="status">
						{said(soundState(link, publisher), link)}
					</p>
				)}
				{publisher.microphone.value && <Meter level={publisher.level} label={strings.level} />}
				<div class="speak-buttons">
					<MicrophoneButton publisher={publisher} {...(muteKey ? { shortcut: muteKey } : {})} />
					<CameraButton publisher={publisher} />
					<ScreenButton publisher={publisher} />
				</div>
				<UplinkNotice publisher={publisher} />
				<FailureNotice publisher={publisher} />
				{devices && (
					<details class="speak-choice">
						<summary>{strings.devices}</summary>
						<div class="speak-devices">
							<DeviceSelect publisher={publisher} kind="microphone" />
							<DeviceSelect publisher={publisher} kind="camera" />
							{player && <LoudspeakerSelect player={player} track={publisher.microphone.value} />}
						</div>
					</details>
				)}
			</div>
		</section>
	);
}

type SoundState = keyof MediaStrings["sound"];

function said(state: SoundState, link: Link): string {
	const strings = t(media);
	const isChair = link.welcome.value?.audience === "chair";
	return isChair && state === "closed" ? strings.closedByYou : strings.sound[state];
}

/** What becomes of the microphone's sound. */
function soundState(link: Link, publisher: Publisher): SoundState {
	if (publisher.microphone.value === null) return "off";
	if (publisher.muted.value) return "muted";
	const view = link.view.value;
	const me = link.welcome.value?.seat;
	if (view === null || me === undefined || hasFloor(view, me)?.microphone !== true) return "closed";
	return link.state.value.kind === "live" && publisher.status.value === "connected" ? "open" : "lost";
}
