import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DeviceKind } from "@/media";

const KINDS: Record<DeviceKind, MediaDeviceKind> = {
	microphone: "audioinput",
	camera: "videoinput",
	loudspeaker: "audiooutput",
};

/**
 * The devices of a kind that this machine has, as they come and go.
 *
 * @param track - the one in use: browsers tell the names only once one is
 */
export function useDevices(
	kind: DeviceKind,
	track: MediaStreamTrack | null,
): ReadonlySignal<MediaDeviceInfo[]> {
	const devices = useSignal<MediaDeviceInfo[]>([]);
	useEffect(() => {
		let over = false;
		const list = async (): Promise<void> => {
			const all = await navigator.mediaDevices.enumerateDevices();
			// Without permission there is one nameless device without an id, which nobody can
			// choose.
			if (!over)
				devices.value = all.filter((device) => device.kind === KINDS[kind] && device.deviceId !== "");
		};
		void list();
		const again = (): void => void list();
		navigator.mediaDevices.addEventListener("devicechange", again);
		return () => {
			over = true;
			navigator.mediaDevices.removeEventListener("devicechange", again);
		};
	}, [devices, kind, track]);
	return devices;
}
