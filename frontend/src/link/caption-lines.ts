import type { Caption } from "@/wire/protocol";

/** How many lines a page keeps to scroll back to. */
export const KEPT_LINES = 200;

/**
 * The lines of captions after another one has come: it takes the place of the line of the same id, or stands where it
 * was said.
 *
 * @param lines - in the order in which they were said
 */
export function withCaption(lines: readonly Caption[], caption: Caption): readonly Caption[] {
	const at = lines.findIndex(({ id }) => id === caption.id);
	if (caption.text === "") return at < 0 ? lines : lines.toSpliced(at, 1);
	if (at >= 0) return lines.with(at, caption);
	const after = lines.findLastIndex(({ since }) => since <= caption.since);
	return lines.toSpliced(after + 1, 0, caption).slice(-KEPT_LINES);
}
