import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { BoothChat } from "@/controls";
import { boothSigns, ownTitle, t } from "@/i18n";
import { notesOf } from "@/link";
import { type NoteOutbox, noteOutbox } from "@/state";
import type { Noted } from "@/wire/protocol";
import type { PartProps } from "./model";
import "./booth-notes.css";

/** The notes between the chair and each booth; nothing in a meeting without booths. */
export function BoothNotes({ model, meeting, view }: PartProps) {
	const [outbox, setOutbox] = useState<NoteOutbox | null>(null);
	useEffect(() => {
		const own = noteOutbox(model.link);
		setOutbox(own);
		return () => own.close();
	}, [model.link]);
	const booths = Object.keys(view.booths);
	const chosen = useSignal<string | null>(null);
	const seen = useSignal<Readonly<Record<string, string>>>({});
	const notes = notesOf(model.link).value;
	const shown = chosen.value !== null && booths.includes(chosen.value) ? chosen.value : (booths[0] ?? "");
	const latest = newest(notes, shown);
	// What is in sight has been seen.
	useEffect(() => {
		if (latest !== "") seen.value = { ...seen.peek(), [shown]: latest };
	}, [seen, shown, latest]);
	const strings = t(boothSigns).chat;
	if (booths.length === 0 || outbox === null) return null;
	return (
		<section class="chair-panel chair-notes" aria-labelledby="booth-notes-title">
			<h2 id="booth-notes-title">{strings.all}</h2>
			<div class="chair-notes-booths">
				{booths.map((booth) => {
					const count = booth === shown ? 0 : unread(notes, booth, seen.value[booth]);
					return (
						<button
							key={booth}
							type="button"
							class="button button-quiet"
							aria-pressed={booth === shown}
							onClick={() => {
								chosen.value = booth;
							}}
						>
							<span lang={booth}>{ownTitle(booth)}</span>
							{count > 0 && (
								<>
									<span class="chair-count tabular" aria-hidden="true">
										{count}
									</span>
									<span class="visually-hidden">{strings.unread(count)}</span>
								</>
							)}
						</button>
					);
				})}
			</div>
			<BoothChat link={model.link} meeting={meeting} booth={shown} outbox={outbox} fieldId="booth-note" />
		</section>
	);
}

function nameOf({ at, id }: Noted): string {
	return `${at}/${id}`;
}

function newest(notes: readonly Noted[], booth: string): string {
	const note = notes.findLast((one) => one.booth === booth);
	return note ? nameOf(note) : "";
}

/** How many notes of a booth came after the last one that was seen. */
function unread(notes: readonly Noted[], booth: string, last: string | undefined): number {
	const own = notes.filter((note) => note.booth === booth);
	return own.length - 1 - own.findLastIndex((note) => nameOf(note) === last);
}
