/** A kind of device that can be chosen. */
export type DeviceKind = "microphone" | "camera" | "loudspeaker";

/** The device that was chosen the last time in this browser. */
export function rememberedDevice(kind: DeviceKind): string | undefined {
	try {
		return localStorage.getItem(storedAs(kind)) ?? undefined;
	} catch {
		return undefined;
	}
}

/** Remembers a choice for the next time. */
export function rememberDevice(kind: DeviceKind, deviceId: string): void {
	try {
		localStorage.setItem(storedAs(kind), deviceId);
	} catch {
		// Storage is barred: the choice lasts as long as the page.
	}
}

function storedAs(kind: DeviceKind): string {
	return `hemicycle:${kind}`;
}
