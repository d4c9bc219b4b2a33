/** Keeps the screen on while it is wanted and the page is in sight; does nothing where the browser cannot. */
export class WakeLock {
	#wanted = false;
	#held: WakeLockSentinel | null = null;
	#asking = false;

	constructor() {
		document.addEventListener("visibilitychange", this.#take);
	}

	/** Whether the screen is to stay on. */
	set wanted(wanted: boolean) {
		this.#wanted = wanted;
		if (wanted) void this.#take();
		else void this.#give();
	}

	/** Ends it. */
	close(): void {
		document.removeEventListener("visibilitychange", this.#take);
		this.wanted = false;
	}

	/** A browser takes the lock away whenever the page is out of sight, so it is asked for again. */
	readonly #take = async (): Promise<void> => {
		if (!("wakeLock" in navigator) || !this.#wanted || this.#asking) return;
		if (document.hidden || this.#held?.released === false) return;
		this.#asking = true;
		try {
			this.#held = await navigator.wakeLock.request("screen");
		} catch {
			// The battery is low, or the page went out of sight meanwhile: asked again when it is back.
		}
		this.#asking = false;
		if (!this.#wanted) await this.#give();
	};

	async #give(): Promise<void> {
		const held = this.#held;
		this.#held = null;
		await held?.release();
	}
}
