import { useId } from "preact/hooks";
import { media, t } from "@/i18n";
import { canChooseLoudspeaker, type Player, rememberDevice } from "@/media";
import { useDevices } from "../device/use-devices";

/**
 * Where the sound comes out: nothing in a browser that leaves it to the system.
 *
 * @param track - the microphone in use: browsers tell the names only once one is
 */
export function LoudspeakerSelect({ player, track }: { player: Player; track: MediaStreamTrack | null }) {
	const id = useId();
	// The system's own choice stands by itself, under the empty id.
	const devices = useDevices("loudspeaker", track).value.filter(({ deviceId }) => deviceId !== "default");
	const strings = t(media);
	if (!canChooseLoudspeaker() || devices.length === 0) return null;
	return (
		<div class="device-select">
			<label for={id}>{strings.which.loudspeaker}</label>
			<select
				id={id}
				value={player.loudspeaker.value}
				onChange={({ currentTarget: { value } }) => {
					rememberDevice("loudspeaker", value);
					player.loudspeaker.value = value;
				}}
			>
				<option value="">{strings.systemLoudspeaker}</option>
				{devices.map((device, index) => (
					<option key={device.deviceId} value={device.deviceId}>
						{device.label || strings.nth.loudspeaker(index + 1)}
					</option>
				))}
			</select>
		</div>
	);
}
