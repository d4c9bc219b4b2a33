import { useSignal } from "@preact/signals";
import { useCallback, useEffect } from "preact/hooks";
import { programme as dictionary, t } from "@/i18n";
import { PageHeader, Unloaded } from "@/ui";
import type { Programme } from "@/wire/protocol";
import { Announcement } from "./announcement";
import "./programme.css";

type Loaded = { kind: "loading" | "unknown" | "failed" } | { kind: "there"; programme: Programme };

/** How often the page looks whether the meeting has been opened or closed. */
const POLL_INTERVAL_MS = 30_000;

/** A meeting's public page: what is planned, and whether it is being held now. */
export function ProgrammePage({ slug }: { slug: string }) {
	const loaded = useSignal<Loaded>({ kind: "loading" });
	const load = useCallback(async () => {
		const found = await read(slug);
		// What is on the page stays there when a later look fails.
		if (found.kind === "there" || loaded.peek().kind !== "there") loaded.value = found;
	}, [slug, loaded]);
	useEffect(() => {
		void load();
		const timer = setInterval(() => document.visibilityState === "visible" && void load(), POLL_INTERVAL_MS);
		return () => clearInterval(timer);
	}, [load]);

	const state = loaded.value;
	const strings = t(dictionary);
	return (
		<>
			<PageHeader title={state.kind === "there" ? state.programme.organiser : "Hemicycle"} heading={false} />
			<main id="main" class="programme">
				{state.kind === "there" ? (
					<Announcement programme={state.programme} />
				) : (
					<Unloaded title={strings[state.kind]} heading load={state.kind === "failed" ? load : null} />
				)}
			</main>
		</>
	);
}

async function read(slug: string): Promise<Loaded> {
	try {
		const answer = await fetch(`/api/meetings/${encodeURIComponent(slug)}`);
		if (answer.status === 404) return { kind: "unknown" };
		if (!answer.ok) return { kind: "failed" };
		return { kind: "there", programme: (await answer.json()) as Programme };
	} catch {
		return { kind: "failed" };
	}
}
