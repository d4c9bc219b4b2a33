/**
 * Keeps the screen on while it is wanted and the page is in sight; does nothing where the browser
 * cannot.
 */
export class WakeLock {
	#wanted = false;
	#held: WakeLockSentinel | null = null;
	#asking = false;

	constructor() {
		document.addEventListener("visibilitychange", this.#take);
	}

	/** Sets whether the screen is to stay on. */
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

	/** The browser releases the lock whenever the page is hidden, so it is requested again. */
	readonly #take = async (): Promise<void> => {
		if (!("wakeLock" in navigator) || !this.#wanted || this.#asking) return;
		if (document.hidden || this.#held?.released === false) return;
		this.#asking = true;
		try {
			this.#held = await navigator.wakeLock.request("screen");
		} catch {
			// The battery is low, or the page was hidden meanwhile: requested again when it is
			// visible.
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
