/** What is wrong in a booth, as the chair has to know it. Pure. */

import { BoothWatch } from "@/media";
import { sameLanguage } from "@/state";
import type { View } from "@/wire/protocol";

/** Nobody is live, somebody is whose sound is not there, or is there and says nothing. */
export type Trouble = "empty" | "lost" | "silent";

/** A booth that says nothing while the floor speaks is in trouble after so long, in milliseconds. */
const SILENT_AFTER_MS = 10_000;
/** The sound of somebody who goes live is there after a moment; later than this, it is missed. */
const LOST_AFTER_MS = 2_000;

interface Watched {
	live: string;
	watch: BoothWatch;
	lostSince: number | null;
}

/** Who speaks on the floor in a language that a booth has to interpret. */
export function foreignTo(view: View, booth: string): string[] {
	return view.floor
		.filter(({ microphone, language }) => microphone && !sameLanguage(language, booth))
		.map(({ seat }) => seat)
		.filter((seat) => view.streams[seat]?.microphone !== undefined);
}

/** Follows every booth of a meeting. */
export class BoothTroubles {
	readonly #watched = new Map<string, Watched>();

	/**
	 * Looks again, some ten times a second.
	 *
	 * @param now - milliseconds by any one clock
	 * @param level - how loud a seat is, from 0 to 1; undefined where it is not known
	 * @returns the trouble of each booth that has some
	 */
	look(now: number, view: View, level: (seat: string) => number | undefined): Record<string, Trouble> {
		const troubles: Record<string, Trouble> = {};
		for (const [booth, { live }] of Object.entries(view.booths)) {
			const foreign = foreignTo(view, booth);
			const trouble = live === undefined ? null : this.#ofLive(now, view, booth, live, foreign, level);
			if (live === undefined) this.#watched.delete(booth);
			if (live === undefined && foreign.length > 0) troubles[booth] = "empty";
			if (trouble !== null) troubles[booth] = trouble;
		}
		return troubles;
	}

	#ofLive(
		now: number,
		view: View,
		booth: string,
		live: string,
		foreign: readonly string[],
		level: (seat: string) => number | undefined,
	): Trouble | null {
		let watched = this.#watched.get(booth);
		if (watched?.live !== live) {
			watched = { live, watch: new BoothWatch(SILENT_AFTER_MS), lostSince: null };
			this.#watched.set(booth, watched);
		}
		if (view.streams[live]?.microphone === undefined) {
			watched.lostSince ??= now;
			return now - watched.lostSince >= LOST_AFTER_MS ? "lost" : null;
		}
		watched.lostSince = null;
		const own = level(live);
		// What is not measured is not judged.
		if (own === undefined) return null;
		const floor = foreign.map(level).filter((one) => one !== undefined);
		watched.watch.look(now, own, floor.length > 0 ? Math.max(...floor) : null);
		return watched.watch.silent && foreign.length > 0 ? "silent" : null;
	}
}
