import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

type Kind = "microphone" | "camera" | "loudspeaker";
const KINDS: Record<Kind, MediaDeviceKind> = {
	microphone: "audioinput",
	camera: "videoinput",
	loudspeaker: "audiooutput",
};

/**
 * The devices of a kind that this machine has, as they come and go.
 *
 * @param track - the one in use: browsers tell the names only once one is
 */
export function useDevices(kind: Kind, track: MediaStreamTrack | null): ReadonlySignal<MediaDeviceInfo[]> {
	const devices = useSignal<MediaDeviceInfo[]>([]);
	useEffect(() => {
		let over = false;
		const list = async (): Promise<void> => {
			const all = await navigator.mediaDevices.enumerateDevices();
			// Without permission there is one nameless device without an id, which nobody can choose.
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

/** The device that was chosen the last time in this browser. */
export function rememberedDevice(kind: Kind): string | undefined {
	try {
		return localStorage.getItem(storedAs(kind)) ?? undefined;
	} catch {
		return undefined;
	}
}

/** Remembers a choice for the next time. */
export function rememberDevice(kind: Kind, deviceId: string): void {
	try {
		localStorage.setItem(storedAs(kind), deviceId);
	} catch {
		// Storage is barred: the choice lasts as long as the page.
	}
}

function storedAs(kind: Kind): string {
	return `hemicycle:${kind}`;
}
