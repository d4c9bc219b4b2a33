import { useSignal } from "@preact/signals";
import { useCallback, useEffect } from "preact/hooks";
import type { Glossary, GlossaryFault, GlossaryNotTaken } from "@/wire/protocol";

/** What lies beside the page, at the seat's own address. */
export interface Fetched<Thing> {
	state: "none" | "loading" | "there" | "failed";
	/** The last that came, also while a newer one is on its way. */
	thing: Thing | null;
	again: () => void;
}

/**
 * What lies at an address beside the page, fetched anew with each version.
 *
 * @param version - null: there is nothing to fetch
 */
export function useFetched<Thing>(address: string, version: string | number | null): Fetched<Thing> {
	const state = useSignal<Fetched<Thing>["state"]>("none");
	const thing = useSignal<Thing | null>(null);
	const tries = useSignal(0);
	const attempt = tries.value;
	useEffect(() => {
		if (version === null) {
			state.value = "none";
			thing.value = null;
			return undefined;
		}
		const over = new AbortController();
		state.value = "loading";
		const get = async (): Promise<void> => {
			try {
				const answer = await fetch(address, { signal: over.signal, cache: "no-store" });
				if (!answer.ok) throw new Error(String(answer.status));
				thing.value = (await answer.json()) as Thing;
				state.value = "there";
			} catch {
				if (!over.signal.aborted) state.value = "failed";
			}
		};
		void get();
		return () => over.abort();
	}, [address, version, attempt]);
	const again = useCallback(() => {
		tries.value++;
	}, [tries]);
	return { state: state.value, thing: thing.value, again };
}

/** What came of an upload. */
export type Uploaded =
	| { kind: "taken"; glossary: Glossary }
	| { kind: "refused"; faults: GlossaryFault[] }
	| { kind: "tooLarge" }
	| { kind: "failed" };

/** Puts a CSV file in the place of the glossary. */
export async function uploadGlossary(file: File): Promise<Uploaded> {
	try {
		const answer = await fetch("glossary", {
			method: "PUT",
			headers: { "Content-Type": "text/csv" },
			body: await file.arrayBuffer(),
		});
		if (answer.ok) return { kind: "taken", glossary: (await answer.json()) as Glossary };
		if (answer.status === 413) return { kind: "tooLarge" };
		if (answer.status === 422) {
			const { faults } = (await answer.json()) as GlossaryNotTaken;
			return { kind: "refused", faults };
		}
		return { kind: "failed" };
	} catch {
		return { kind: "failed" };
	}
}
