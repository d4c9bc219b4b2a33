import { PRIORITY } from "../source";
import type { MediaWay } from "../way";

/** Resolves when the connection answers: what is nowhere is asked for, and at once said to be gone. */
export function isAlive(way: MediaWay): Promise<void> {
	return new Promise((resolve) => {
		const leave = way.take(
			{ path: "nowhere", source: "microphone", priority: PRIORITY.microphone },
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
