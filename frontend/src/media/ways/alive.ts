import { PRIORITY, type TrackSource } from "../source";
import type { MediaWay } from "../way";

/**
 * Resolves when the connection answers: what is nowhere is asked for, and at once said to be gone.
 *
 * @param source - the answer waits as long as what is taken of such a source
 */
export function isAlive(way: MediaWay, source: TrackSource = "microphone"): Promise<void> {
	return new Promise((resolve) => {
		const leave = way.subscribe(
			{ path: "nowhere", source, priority: PRIORITY[source] },
			{
				begin: () => false,
				frame: () => false,
				end: () => undefined,
				gone: () => {
					leave();
					resolve();
				},
			},
		);
	});
}
