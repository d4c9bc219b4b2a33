import { media, t } from "@/i18n";
import { type Publisher, rememberedDevice } from "@/media";
import { Button, SourceIcon } from "@/ui";

/** Turns the microphone on; once it is on, mutes and unmutes it. */
export function MicrophoneButton({ publisher, shortcut }: { publisher: Publisher; shortcut?: string }) {
	const strings = t(media);
	if (publisher.microphone.value === null) {
		return (
			<Button
				kind="primary"
				icon={<SourceIcon source="microphone" off />}
				onClick={() => void publisher.useMicrophone(rememberedDevice("microphone"))}
			>
				{strings.use.microphone}
			</Button>
		);
	}
	const muted = publisher.muted.value;
	return (
		<Button
			kind={muted ? "primary" : "quiet"}
			icon={<SourceIcon source="microphone" off={muted} />}
			{...(shortcut ? { shortcut } : {})}
			onClick={() => {
				publisher.muted.value = !muted;
			}}
		>
			{muted ? strings.unmute : strings.mute}
		</Button>
	);
}

/** Turns the camera on and off. */
export function CameraButton({ publisher }: { publisher: Publisher }) {
	const on = publisher.camera.value !== null;
	return (
		<Button
			icon={<SourceIcon source="camera" off={!on} />}
			onClick={() => (on ? publisher.drop("camera") : void publisher.useCamera(rememberedDevice("camera")))}
		>
			{on ? t(media).drop.camera : t(media).use.camera}
		</Button>
	);
}

/** Starts and ends sharing a screen; absent where the browser cannot share one. */
export function ScreenButton({ publisher }: { publisher: Publisher }) {
	if (!("getDisplayMedia" in navigator.mediaDevices)) return null;
	const on = publisher.screen.value !== null;
	return (
		<Button
			icon={<SourceIcon source="screen" />}
			pressed={on}
			onClick={() => (on ? publisher.drop("screen") : void publisher.useScreen())}
		>
			{on ? t(media).drop.screen : t(media).use.screen}
		</Button>
	);
}
