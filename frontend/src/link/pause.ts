/** Waits for so many milliseconds, which may be infinite, or until `stop` is aborted. */
export function pause(milliseconds: number, stop?: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (stop?.aborted) {
			resolve();
			return;
		}
		const end = (): void => {
			clearTimeout(timer);
			stop?.removeEventListener("abort", end);
			resolve();
		};
		// A timer of infinite length would fire at once.
		const timer = Number.isFinite(milliseconds) ? setTimeout(end, milliseconds) : undefined;
		stop?.addEventListener("abort", end);
	});
}
