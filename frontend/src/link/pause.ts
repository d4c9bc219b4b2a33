/** Waits for so many milliseconds, or endlessly, until `stop` at the longest. */
export function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (stop.aborted) {
			resolve();
			return;
		}
		const end = (): void => {
			clearTimeout(timer);
			stop.removeEventListener("abort", end);
			resolve();
		};
		// A timer of endless length would be over at once.
		const timer = Number.isFinite(milliseconds) ? setTimeout(end, milliseconds) : undefined;
		stop.addEventListener("abort", end);
	});
}
