import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { CameraButton, DeviceSelect, FailureNotice, SelfView } from "@/controls";
import { media, programme, stage, t } from "@/i18n";
import { type Publisher, rememberedDevice } from "@/media";
import { Button, Meter } from "@/ui";
import type { Seat } from "@/wire/protocol";

/** An amplitude that is somebody speaking rather than a quiet room: -40 dB. */
const VOICE_AMPLITUDE = 0.01;

/** The check of sound and picture, before the speaker goes in. */
export function Check(props: {
	publisher: Publisher;
	seat: Seat;
	/** Whether there is time for the longer check of a page of its own. */
	planned: boolean;
	onGoIn: () => void;
}) {
	const { publisher, seat, planned, onGoIn } = props;
	const strings = t(stage).check;
	const microphone = publisher.microphone.value;
	const camera = publisher.camera.value;
	useEffect(() => void openIfAllowed(publisher), [publisher]);
	return (
		<main id="main" class="check">
			<div class="check-views">
				<SelfView track={camera} source="camera" />
				<p role="status">{camera ? strings.seen : strings.unseen}</p>
			</div>
			<div class="check-controls">
				<h2>{strings.title}</h2>
				<p class="check-lead">{strings.lead(seat.name)}</p>
				{microphone === null ? (
					<div class="check-step">
						<Button kind="primary" size="large" onClick={() => void openBoth(publisher)}>
							{camera === null ? strings.turnOn : t(media).use.microphone}
						</Button>
						<p class="soft">{strings.turnOnNote}</p>
					</div>
				) : (
					<div class="check-step">
						<DeviceSelect publisher={publisher} kind="microphone" />
						<Meter level={publisher.level} label={t(media).level} />
						<Heard key={microphone.id} publisher={publisher} />
					</div>
				)}
				{(camera !== null || microphone !== null) && (
					<div class="check-step">
						<DeviceSelect publisher={publisher} kind="camera" />
						<div>
							<CameraButton publisher={publisher} />
						</div>
					</div>
				)}
				<FailureNotice publisher={publisher} />
				<div class="check-step check-go">
					<Button kind={microphone ? "primary" : "quiet"} size="large" onClick={onGoIn}>
						{microphone ? strings.goIn : strings.goInWithout}
					</Button>
					<p class="soft">{consequence(publisher)}</p>
				</div>
				{planned && (
					<p>
						<a href="check">{t(programme).check}</a>
					</p>
				)}
			</div>
		</main>
	);
}

/** What going in with these devices means. */
function consequence(publisher: Publisher): string {
	const { without, nobodyYet } = t(stage).check;
	const microphone = publisher.microphone.value !== null;
	const camera = publisher.camera.value !== null;
	if (microphone) return camera ? nobodyYet : without.camera;
	return camera ? without.microphone : without.both;
}

/** Whether the microphone has brought a voice yet. */
function Heard({ publisher }: { publisher: Publisher }) {
	const heard = useSignal(false);
	const level = publisher.level.value;
	useEffect(() => {
		if (level > VOICE_AMPLITUDE) heard.value = true;
	}, [heard, level]);
	const strings = t(stage).check;
	return (
		<p class="check-heard" role="status" data-heard={heard.value}>
			{heard.value ? strings.heard : strings.speak}
		</p>
	);
}

async function openBoth(publisher: Publisher): Promise<void> {
	// One after the other: browsers then ask once for each, and in this order.
	await publisher.useMicrophone(rememberedDevice("microphone"));
	if (publisher.camera.peek() === null) await publisher.useCamera(rememberedDevice("camera"));
}

/** Where the browser need not ask, the check begins with the devices on. */
async function openIfAllowed(publisher: Publisher): Promise<void> {
	try {
		const names = ["microphone", "camera"] as const;
		const states = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
		if (states.every(({ state }) => state === "granted")) await openBoth(publisher);
	} catch {
		// A browser that does not tell lets the speaker press the button.
	}
}
