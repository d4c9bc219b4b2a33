import { type Signal, useSignal } from "@preact/signals";
import { useCallback, useEffect } from "preact/hooks";
import { quotes as dictionary, t } from "@/i18n";
import { ask } from "@/state";
import { EmptyState, PageHeader, Toasts, Unloaded } from "@/ui";
import type { AskedQuotes, Quote } from "@/wire/protocol";
import { QuoteCard } from "./quote-card";
import "./quotes.css";

/** How often the page looks whether anything new was put to the speaker. */
const POLL_INTERVAL_MS = 15_000;

/** A speaker's own page: what the organiser wants to print, and the speaker's say in it. */
export function QuotesPage({ base }: { base: string }) {
	const found = useSignal<AskedQuotes | "loading" | "forbidden" | "failed">("loading");
	const look = useCallback(async () => {
		const answer = await ask<AskedQuotes>(`${base}/quotes/asked`);
		if (answer.ok) found.value = answer.value;
		// What is on the page stays there when a later look fails.
		else if (typeof found.peek() === "string") found.value = answer.status === 403 ? "forbidden" : "failed";
	}, [base, found]);
	useEffect(() => {
		void look();
		const timer = setInterval(() => document.visibilityState === "visible" && void look(), POLL_INTERVAL_MS);
		return () => clearInterval(timer);
	}, [look]);

	const strings = t(dictionary).page;
	useEffect(() => {
		document.title = `${strings.title} · Hemicycle`;
	}, [strings]);
	const state = found.value;
	return (
		<>
			<PageHeader title={typeof state === "string" ? "Hemicycle" : state.title} heading={false} />
			<main id="main" class="quotes">
				<h1>{strings.title}</h1>
				{typeof state === "string" ? (
					<Unloaded title={strings[state]} load={state === "failed" ? look : null} />
				) : (
					<Asked base={base} asked={state} found={found} />
				)}
			</main>
			<Toasts />
		</>
	);
}

function Asked({
	base,
	asked,
	found,
}: {
	base: string;
	asked: AskedQuotes;
	found: Signal<AskedQuotes | "loading" | "forbidden" | "failed">;
}) {
	const strings = t(dictionary).page;
	const put = (changed: Quote): void => {
		found.value = {
			...asked,
			quotes: asked.quotes.map((quote) => (quote.id === changed.id ? changed : quote)),
		};
	};
	if (asked.quotes.length === 0) {
		return (
			<EmptyState title={strings.empty}>
				<p class="soft">{strings.emptyHelp}</p>
			</EmptyState>
		);
	}
	return (
		<>
			<p class="quotes-intro">{strings.intro(asked.organiser)}</p>
			<ul class="quotes-list">
				{asked.quotes.map((quote) => (
					<QuoteCard key={quote.id} base={base} name={asked.name} quote={quote} onChange={put} />
				))}
			</ul>
		</>
	);
}
