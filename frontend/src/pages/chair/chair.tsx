import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { chair, t } from "@/i18n";
import { KeyboardButton, LinkBanner, PageHeader, RecordBand, SlowSign, Toasts } from "@/ui";
import { Agenda } from "./agenda";
import { BoothNotes } from "./booth-notes";
import { Booths } from "./booths";
import { Hands } from "./hands";
import { Keys, keyboard } from "./keyboard";
import { listenToKeys } from "./keys";
import { MeetingBar } from "./meeting-bar";
import type { ChairModel, Column, PartProps } from "./model";
import { Room } from "./room";
import { Speakers } from "./speakers";
import { Stage } from "./stage";
import { Texts } from "./texts";

/** The parts of the page, column by column from the top. A subject adds its file, and its line here. */
const PARTS: Readonly<Record<Column, readonly ComponentType<PartProps>[]>> = {
	speakers: [Speakers, Hands],
	stage: [Stage, Agenda, Texts],
	room: [Booths, Room, BoothNotes],
};
const COLUMNS = Object.keys(PARTS) as Column[];

/** The chair's page: the speakers and hands, the stage and agenda, the room. */
export function ChairPage({ model }: { model: ChairModel }) {
	const meeting = model.link.meeting.value;
	const view = model.link.view.value;
	const { column } = model;
	const strings = t(chair);

	useEffect(() => {
		document.title = meeting ? `${strings.page} · ${meeting.title}` : strings.page;
	}, [meeting, strings]);

	useEffect(
		() =>
			listenToKeys(model, (element) => {
				const shown = element.closest<HTMLElement>("[data-column]")?.dataset.column;
				if (shown) column.value = shown as Column;
			}),
		[model, column],
	);

	return (
		<div class="chair-page">
			<PageHeader title={meeting?.title ?? strings.page}>
				<KeyboardButton keyboard={keyboard} />
			</PageHeader>
			<LinkBanner link={model.link} />
			<RecordBand link={model.link} />
			{meeting && view && (
				<main id="main" class="chair-main">
					<MeetingBar {...{ model, meeting, view }} />
					<div class="chair-slow">
						<SlowSign slow={view.slow} />
					</div>
					<div class="chair-columns" data-shown={column.value}>
						{COLUMNS.map((name) => (
							<div key={name} class="chair-column" data-column={name}>
								{PARTS[name].map((Part, place) => (
									<Part key={place} {...{ model, meeting, view }} />
								))}
							</div>
						))}
					</div>
					<nav class="chair-column-tabs" aria-label={strings.page}>
						{COLUMNS.map((name) => (
							<button
								key={name}
								type="button"
								class="chair-column-tab"
								aria-current={column.value === name ? "true" : undefined}
								onClick={() => {
									column.value = name;
								}}
							>
								{strings.parts[name]}
								{name === "speakers" && view.hands.length > 0 && (
									<span class="chair-count tabular" title={strings.parts.hands}>
										{view.hands.length}
									</span>
								)}
							</button>
						))}
					</nav>
				</main>
			)}
			<p class="visually-hidden" role="status">
				{model.said.value}
			</p>
			<Toasts />
			<Keys />
		</div>
	);
}
