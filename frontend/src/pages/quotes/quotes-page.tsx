import type { Signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { quotes as dictionary, t } from "@/i18n";
import { ask, Remote } from "@/state";
import { EmptyState, Loadable, PageHeader, Toasts } from "@/ui";
import type { AskedQuotes, Quote } from "@/wire/protocol";
import { QuoteCard } from "./quote-card";
import "./quotes.css";

/** How often the page looks whether anything new was put to the speaker. */
const POLL_INTERVAL_MS = 15_000;

/** A speaker's own page: what the organiser wants to print, and the speaker's say in it. */
export function QuotesPage({ base }: { base: string }) {
	const remote = useMemo(
		() => new Remote(() => ask<AskedQuotes>(`${base}/quotes/asked`), { 403: "forbidden" }),
		[base],
	);
	useEffect(() => remote.follow(POLL_INTERVAL_MS), [remote]);
	const strings = t(dictionary).page;
	useEffect(() => {
		document.title = `${strings.title} · Hemicycle`;
	}, [strings]);
	return (
		<>
			<PageHeader title={remote.value.value?.title ?? "Hemicycle"} heading={false} />
			<main id="main" class="quotes">
				<h1>{strings.title}</h1>
				<Loadable remote={remote} strings={strings}>
					{(asked) => <Asked base={base} asked={asked} found={remote.value} />}
				</Loadable>
			</main>
			<Toasts />
		</>
	);
}

interface AskedProps {
	base: string;
	asked: AskedQuotes;
	found: Signal<AskedQuotes | null>;
}

function Asked({ base, asked, found }: AskedProps) {
	const strings = t(dictionary).page;
	const put = (changed: Quote): void => {
		const quotes = asked.quotes.map((quote) => (quote.id === changed.id ? changed : quote));
		found.value = { ...asked, quotes };
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
