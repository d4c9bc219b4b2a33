import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Link } from "@/link";
import type { Publisher } from "@/media";

/**
 * An interpreter's own silence: while a cough button is held, or while muted.
 *
 * It is kept twice over: this page sends nothing, and the server forwards nothing, whichever comes first.
 */
export class Silence {
	readonly muted: Signal<boolean> = signal(false);
	readonly coughing: Signal<boolean> = signal(false);
	readonly #whole = computed(() => this.muted.value || this.coughing.value);
	readonly #stop: () => void;

	constructor(link: Pick<Link, "declare">, publisher: Pick<Publisher, "muted">) {
		let isTold = false;
		this.#stop = effect(() => {
			const silent = this.#whole.value;
			publisher.muted.value = silent;
			// The server takes it that nothing is held back until it is told otherwise.
			if (silent || isTold) link.declare({ type: "hold", held: silent });
			isTold ||= silent;
		});
		// A key that is let go in another window is not heard here; better to be on the air than dumb unawares.
		addEventListener("blur", this.#release);
		document.addEventListener("visibilitychange", this.#release);
	}

	/** Whether nothing of the microphone is sent. */
	get whole(): ReadonlySignal<boolean> {
		return this.#whole;
	}

	/** Stops following the buttons and the window. */
	close(): void {
		removeEventListener("blur", this.#release);
		document.removeEventListener("visibilitychange", this.#release);
		this.#stop();
	}

	readonly #release = (): void => {
		this.coughing.value = false;
	};
}
