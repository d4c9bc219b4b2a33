import { effect, type Signal, signal } from "@preact/signals";
import { rememberedDevice } from "../remembered-device";

/** An AudioContext whose device can be chosen; TypeScript's DOM library leaves it out. */
interface Choosing {
	setSinkId?(deviceId: string): Promise<void>;
}

/** Whether this browser lets a page choose where its sound comes out. */
export function canChooseLoudspeaker(): boolean {
	return "AudioContext" in globalThis && "setSinkId" in AudioContext.prototype;
}

/** Where the sound of an AudioContext comes out. */
export class Loudspeaker {
	/** The device's id; "" is the system's own choice, which follows what is plugged in. */
	readonly chosen: Signal<string> = signal(rememberedDevice("loudspeaker") ?? "");
	readonly #stop: () => void;

	constructor(context: AudioContext & Choosing) {
		const stopFollowing = effect(() => {
			const device = this.chosen.value;
			// It was unplugged, or the id is of another time.
			context.setSinkId?.(device).catch(() => {
				if (device === this.chosen.peek()) this.chosen.value = "";
			});
		});
		// Without it the browser would play on to nobody.
		const look = async (): Promise<void> => {
			const all = await navigator.mediaDevices.enumerateDevices();
			const device = this.chosen.peek();
			if (!all.some(({ kind, deviceId }) => kind === "audiooutput" && deviceId === device))
				this.chosen.value = "";
		};
		const changed = (): void => void look();
		navigator.mediaDevices.addEventListener("devicechange", changed);
		this.#stop = () => {
			stopFollowing();
			navigator.mediaDevices.removeEventListener("devicechange", changed);
		};
	}

	/** Ends it. */
	close(): void {
		this.#stop();
	}
}
