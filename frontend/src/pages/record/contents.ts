import { signal } from "@preact/signals";
import { ask } from "@/state";
import type { ArchiveContents, ArchiveFound, Readers } from "@/wire/protocol";

/** How often the page looks how far the video is, in ms. */
const POLL_INTERVAL_MS = 3_000;

/** This page's own address: everything of the record lies under it. */
export const base = location.pathname.replace(/\/$/, "");

/** What is known of the record. */
export type Loaded = { kind: "loading" } | { kind: "failed" } | { kind: "there"; contents: ArchiveContents };

export const loaded = signal<Loaded>({ kind: "loading" });

/** Reads the record; again and again until the video is made. What is on the page stays there when it fails. */
export async function load(): Promise<void> {
	const answer = await ask<ArchiveContents>(`${base}/contents.json`);
	if (answer.ok) loaded.value = { kind: "there", contents: answer.value };
	else if (loaded.peek().kind !== "there") loaded.value = { kind: "failed" };
	const now = loaded.peek();
	const waits = now.kind === "there" && now.contents.kept && now.contents.percent < 100;
	if (waits) setTimeout(() => void load(), POLL_INTERVAL_MS);
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
