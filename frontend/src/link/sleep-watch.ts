const TICK_MS = 1_000;
/** A tick that is later than this by so much was held up by more than a busy page. */
const SLEPT_MS = 4_000;

/**
 * Calls back after the machine, or the page, has slept. Returns how to stop.
 *
 * Browsers give a page out of sight one tick a minute, which is no sleep; so only a page in sight is watched.
 */
export function watchSleep(onWake: () => void): () => void {
	let last = Date.now();
	const timer = setInterval(() => {
		const now = Date.now();
		const slept = now - last - TICK_MS > SLEPT_MS;
		last = now;
		if (slept && !document.hidden) onWake();
	}, TICK_MS);
	return () => clearInterval(timer);
}
