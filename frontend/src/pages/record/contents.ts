import { ask, Remote } from "@/state";
import type { ArchiveContents, ArchiveFound, Readers } from "@/wire/protocol";

/** How often the page looks how far the video is, in ms. */
const POLL_INTERVAL_MS = 3_000;

/** This page's own address: everything of the record lies under it. */
export const base = location.pathname.replace(/\/$/, "");

/** The record. */
export const remote = new Remote(() => ask<ArchiveContents>(`${base}/contents.json`));

/** Reads the record, again and again until the video is made. */
export async function load(): Promise<void> {
	await remote.load();
	const contents = remote.value.peek();
	if (contents?.kept && contents.percent < 100) setTimeout(() => void load(), POLL_INTERVAL_MS);
}

/** The lines that hold every word; null where the server could not be asked. */
export async function search(words: string): Promise<readonly number[] | null> {
	const answer = await ask<ArchiveFound>(`${base}/search.json?q=${encodeURIComponent(words)}`);
	return answer.ok ? answer.value.lines : null;
}

/** Opens the record to others, or closes it. Returns whether it was done. */
export async function openTo(to: Readers | null): Promise<boolean> {
	const answer = await ask<{ to: Readers | null }>(`${base}/readers`, { to });
	if (answer.ok) await load();
	return answer.ok;
}
