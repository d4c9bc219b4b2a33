import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { desk as dictionary, t } from "@/i18n";
import { Loadable, PageHeader, Toasts } from "@/ui";
import { CommuniqueTab } from "./communique";
import type { RecordDesk } from "./desk";
import { Listening } from "./listening";
import { QuotesTab } from "./quotes";
import { VerbatimTab } from "./verbatim";
import "./desk.css";

const TABS = ["verbatim", "quotes", "communique"] as const;
export type Tab = (typeof TABS)[number];

/** The organiser's desk: from the words that were said to the press report. */
export function DeskPage({ desk }: { desk: RecordDesk }) {
	const strings = t(dictionary);
	const hash = location.hash.slice(1);
	const tab = useSignal<Tab>(TABS.find((one) => one === hash) ?? "verbatim");
	const listening = useMemo(() => new Listening(desk.base), [desk]);
	useEffect(() => desk.start(), [desk]);
	const found = desk.record.value;
	const title = found?.meeting.title ?? "Hemicycle";
	useEffect(() => {
		document.title = `${strings.title} · ${title}`;
	}, [strings, title]);
	useEffect(() => tab.subscribe((one) => history.replaceState(null, "", `#${one}`)), [tab]);
	useEffect(() => {
		const follow = (): void => {
			const found = TABS.find((one) => one === location.hash.slice(1));
			if (found) tab.value = found;
		};
		addEventListener("hashchange", follow);
		return () => removeEventListener("hashchange", follow);
	}, [tab]);
	return (
		<>
			<PageHeader title={title} heading={false} />
			<main id="main" class="record-desk">
				<div class="record-desk-head">
					<h1>{strings.title}</h1>
					<a href={`${desk.base}/`}>{strings.back}</a>
				</div>
				{desk.remote.stale.value && found && (
					<p class="record-stale" role="status">
						{strings.stale}
					</p>
				)}
				<Loadable remote={desk.remote} strings={strings}>
					{() => (
						<>
							<Tabs tab={tab} />
							<div class="record-panel" role="tabpanel" id="panel" aria-labelledby={`tab-${tab.value}`}>
								{tab.value === "verbatim" && <VerbatimTab desk={desk} listening={listening} />}
								{tab.value === "quotes" && <QuotesTab desk={desk} />}
								{tab.value === "communique" && <CommuniqueTab desk={desk} />}
							</div>
						</>
					)}
				</Loadable>
			</main>
			<Toasts />
		</>
	);
}

/** The tabs, moved between with the arrow keys (WAI-ARIA Authoring Practices, "Tabs"). */
function Tabs({ tab }: { tab: Signal<Tab> }) {
	const strings = t(dictionary).tabs;
	const list = useRef<HTMLDivElement>(null);
	const move = (by: number): void => {
		const place = (TABS.indexOf(tab.value) + by + TABS.length) % TABS.length;
		tab.value = TABS[place] ?? "verbatim";
		list.current?.querySelector<HTMLElement>(`#tab-${tab.value}`)?.focus();
	};
	return (
		<div
			class="record-tabs"
			role="tablist"
			tabIndex={-1}
			ref={list}
			onKeyDown={(event) => {
				if (event.key === "ArrowRight") move(1);
				if (event.key === "ArrowLeft") move(-1);
			}}
		>
			{TABS.map((one) => (
				<button
					type="button"
					key={one}
					id={`tab-${one}`}
					class="record-tab"
					role="tab"
					aria-selected={tab.value === one}
					aria-controls="panel"
					tabIndex={tab.value === one ? 0 : -1}
					onClick={() => {
						tab.value = one;
					}}
				>
					{strings[one]}
				</button>
			))}
		</div>
	);
}
