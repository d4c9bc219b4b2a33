import { pause } from "./pause";

const RETRY_INTERVAL_MS = 1_000;
/** A page that is out of sight asks less often. */
const RETRY_INTERVAL_HIDDEN_MS = 5_000;
/** So few requests are under way at once that some of a browser's six connections to the server stay free. */
const ANSWER_TIMEOUT_MS = 4_000;

/**
 * Resolves when the server behind a WebSocket's address is there, or at `stop`. Never rejects.
 *
 * Browsers make a page's next WebSocket wait after each that failed (Chromium for up to five seconds, Firefox for up
 * to a minute), so that after a long cut it would come too late; an ordinary request they let go at once. It is asked
 * again before the last answer is given up, as first packets that were lost are sent again ever more slowly.
 *
 * @param socket - the WebSocket's address
 */
export async function untilThere(socket: string, stop: AbortSignal): Promise<void> {
	const health = new URL("/health", socket.replace(/^ws/, "http"));
	const there = new AbortController();
	const over = AbortSignal.any([stop, there.signal]);
	while (!over.aborted) {
		void isThere(health, AbortSignal.any([over, AbortSignal.timeout(ANSWER_TIMEOUT_MS)])).then((answered) => {
			if (answered) there.abort();
		});
		const wait = document.hidden ? RETRY_INTERVAL_HIDDEN_MS : RETRY_INTERVAL_MS;
		// A hall of seats is not to ask in one instant.
		await pause(wait * (0.75 + Math.random() / 2), over);
	}
}

async function isThere(health: URL, signal: AbortSignal): Promise<boolean> {
	try {
		// A proxy answers so where it finds no server behind itself.
		return (await fetch(health, { cache: "no-store", signal })).status < 500;
	} catch {
		return false;
	}
}
