import { useEffect } from "preact/hooks";
import { chair, t } from "@/i18n";
import { KeyboardButton, LinkBanner, PageHeader, RecordBand, SlowSign, Toasts } from "@/ui";
import { Agenda } from "./agenda";
import { BoothNotes } from "./booth-notes";
import { Booths } from "./booths";
import type { Column, Desk } from "./desk";
import { Hands } from "./hands";
import { Keys, keyboard } from "./keyboard";
import { listenToKeys } from "./keys";
import { MeetingBar } from "./meeting-bar";
import { Room } from "./room";
import { Speakers } from "./speakers";
import { Stage } from "./stage";
import { Texts } from "./texts";

const COLUMNS: readonly Column[] = ["speakers", "stage", "room"];

/** The chair's page: the speakers and hands, the stage and agenda, the room. */
export function ChairPage({ desk }: { desk: Desk }) {
	const meeting = desk.link.meeting.value;
	const view = desk.link.view.value;
	const { column } = desk;
	const strings = t(chair);

	useEffect(() => {
		document.title = meeting ? `${strings.page} · ${meeting.title}` : strings.page;
	}, [meeting, strings]);

	useEffect(
		() =>
			listenToKeys(desk, (element) => {
				const shown = element.closest<HTMLElement>("[data-column]")?.dataset.column;
				if (shown) column.value = shown as Column;
			}),
		[desk, column],
	);

	return (
		<div class="desk">
			<PageHeader title={meeting?.title ?? strings.page}>
				<KeyboardButton keyboard={keyboard} />
			</PageHeader>
			<LinkBanner link={desk.link} />
			<RecordBand link={desk.link} />
			{meeting && view && (
				<main id="main" class="desk-main">
					<MeetingBar {...{ desk, meeting, view }} />
					<div class="desk-slow">
						<SlowSign slow={view.slow} />
					</div>
					<div class="desk-columns" data-shown={column.value}>
						<div class="desk-column" data-column="speakers">
							<Speakers {...{ desk, meeting, view }} />
							<Hands {...{ desk, meeting, view }} />
						</div>
						<div class="desk-column" data-column="stage">
							<Stage {...{ desk, meeting, view }} />
							<Agenda {...{ desk, meeting, view }} />
							{Object.keys(view.booths).length > 0 && <Texts {...{ desk, meeting, view }} />}
						</div>
						<div class="desk-column" data-column="room">
							<Booths {...{ desk, meeting, view }} />
							<Room {...{ desk, meeting, view }} />
							<BoothNotes {...{ desk, meeting, view }} />
						</div>
					</div>
					<nav class="desk-column-tabs" aria-label={strings.page}>
						{COLUMNS.map((name) => (
							<button
								key={name}
								type="button"
								class="desk-column-tab"
								aria-current={column.value === name ? "true" : undefined}
								onClick={() => {
									column.value = name;
								}}
							>
								{strings.parts[name]}
								{name === "speakers" && view.hands.length > 0 && (
									<span class="desk-count tabular" title={strings.parts.hands}>
										{view.hands.length}
									</span>
								)}
							</button>
						))}
					</nav>
				</main>
			)}
			<p class="visually-hidden" role="status">
				{desk.said.value}
			</p>
			<Toasts />
			<Keys />
		</div>
	);
}
