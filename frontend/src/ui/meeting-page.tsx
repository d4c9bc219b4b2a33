import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t, ui } from "@/i18n";
import type { Link } from "@/link";
import { EmptyState } from "./empty-state";
import { Farewell, LinkBanner } from "./link-banner";
import { PageHeader } from "./page-header";
import { RecordBand } from "./record-band";
import { Toasts } from "./toasts";
import "./meeting-page.css";

export interface MeetingPageProps {
	link: Link;
	/**
	 * What the page is, for the window's title, where the meeting's title alone does not say it.
	 */
	page?: string;
	/** The content before the menus in the header. */
	head?: ComponentChildren;
	/** The page's content; null while its meeting is not known yet. */
	children: ComponentChildren;
}

/**
 * What is around each page of a seat: its top, how the connection stands, and why the seat is not
 * here any more.
 */
export function MeetingPage({ link, page, head, children }: MeetingPageProps) {
	const meeting = link.meeting.value;
	const state = link.state.value;
	const title = meeting?.title ?? "Hemicycle";
	const named = page === undefined ? title : `${page} · ${title}`;
	useEffect(() => {
		document.title = named;
	}, [named]);
	if (state.kind === "goodbye") {
		return (
			<>
				<PageHeader title={title} />
				<main id="main" class="meeting-out">
					<EmptyState title={t(ui).goodbye[state.reason]}>
						<Farewell link={link} reason={state.reason} brief />
					</EmptyState>
				</main>
			</>
		);
	}
	return (
		<>
			<PageHeader title={title} heading={meeting !== null}>
				{head}
			</PageHeader>
			<LinkBanner link={link} />
			<RecordBand link={link} />
			{children ?? <main id="main" class="meeting-out" />}
			<Toasts />
		</>
	);
}
