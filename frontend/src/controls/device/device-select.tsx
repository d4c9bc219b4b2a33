import { useId } from "preact/hooks";
import { media, t } from "@/i18n";
import { type Publisher, rememberDevice } from "@/media";
import { useDevices } from "./use-devices";

/** The choice of a microphone or camera; absent while there is none to choose from. */
export function DeviceSelect({ publisher, kind }: { publisher: Publisher; kind: "microphone" | "camera" }) {
	const id = useId();
	const track = publisher[kind].value;
	const devices = useDevices(kind, track).value;
	const strings = t(media);
	if (track === null || devices.length === 0) return null;
	return (
		<div class="device-select">
			<label for={id}>{strings.which[kind]}</label>
			<select
				id={id}
				value={track.getSettings().deviceId ?? ""}
				onChange={({ currentTarget: { value } }) => {
					rememberDevice(kind, value);
					void (kind === "microphone" ? publisher.useMicrophone(value) : publisher.useCamera(value));
				}}
			>
				{devices.map((device, index) => (
					<option key={device.deviceId} value={device.deviceId}>
						{device.label || strings.nth[kind](index + 1)}
					</option>
				))}
			</select>
		</div>
	);
}
