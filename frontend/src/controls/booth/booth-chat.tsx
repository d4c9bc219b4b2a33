import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { boothSigns, hour, ownName, refusalSentence, t } from "@/i18n";
import { type Link, notesOf } from "@/link";
import type { Note, NoteOutbox, Waiting } from "@/state";
import { Button, plateOf } from "@/ui";
import type { Meeting, Noted } from "@/wire/protocol";
import "./booth-chat.css";

/** The longest note, in characters. */
const MAX_NOTE_CHARS = 1000;

export interface BoothChatProps {
	link: Link;
	meeting: Meeting;
	/** The booth's language. */
	booth: string;
	outbox: NoteOutbox;
	/** The key that brings the focus into the field, to be shown. */
	shortcut?: string;
	/** The field's id, for a page that focuses it by a key. */
	fieldId: string;
}

/** The notes of one booth, among its interpreters and the chair, and where to write one. */
export function BoothChat({ link, meeting, booth, outbox, shortcut, fieldId }: BoothChatProps) {
	const strings = t(boothSigns).chat;
	const me = link.welcome.value?.seat;
	const notes = notesOf(link).value.filter((note) => note.booth === booth);
	const waiting = outbox.waiting.value.filter(({ message }) => message.booth === booth);
	const log = useRef<HTMLDivElement>(null);
	const last = notes.at(-1)?.id;
	const count = waiting.length;
	useEffect(() => {
		log.current?.scrollTo({ top: log.current.scrollHeight });
	}, [last, count, booth]);
	return (
		<div class="booth-chat">
			<div
				ref={log}
				class="booth-chat-log"
				role="log"
				aria-label={strings.title(ownName(booth))}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
				tabIndex={0}
			>
				{notes.length + waiting.length === 0 && <p class="soft">{strings.empty}</p>}
				{notes.length + waiting.length > 0 && (
					<ol>
						{notes.map((note) => (
							<Line key={`${note.id}/${note.at}`} note={note} meeting={meeting} mine={note.seat === me} />
						))}
						{waiting.map((note) => (
							<WaitingLine key={`w${note.key}`} note={note} outbox={outbox} />
						))}
					</ol>
				)}
			</div>
			<Write booth={booth} outbox={outbox} shortcut={shortcut} fieldId={fieldId} />
		</div>
	);
}

function Line({ note, meeting, mine }: { note: Noted; meeting: Meeting; mine: boolean }) {
	const strings = t(boothSigns).chat;
	const seat = meeting.seats[note.seat];
	const name = mine ? strings.you : seat ? plateOf(seat).head : note.seat;
	return (
		<li class="booth-chat-note" data-mine={mine}>
			<p class="booth-chat-who">
				<strong>{name}</strong>
				{seat?.role === "chair" && !mine && <span class="soft">{strings.chair}</span>}
				<time class="soft tabular" dateTime={new Date(note.at).toISOString()}>
					{hour(note.at)}
				</time>
			</p>
			<p class="booth-chat-text">{note.text}</p>
		</li>
	);
}

function WaitingLine({ note, outbox }: { note: Waiting<Note>; outbox: NoteOutbox }) {
	const strings = t(boothSigns).chat;
	return (
		<li class="booth-chat-note" data-mine="true" data-state={note.state}>
			<p class="booth-chat-text">{note.message.text}</p>
			<p class="booth-chat-state">
				{note.state === "refused" ? refusalSentence(note.code ?? "lost") : strings[note.state]}
			</p>
			{(note.state === "unknown" || note.state === "refused") && (
				<p class="booth-chat-mend">
					<Button onClick={() => outbox.again(note.key)}>{strings.again}</Button>
					<Button onClick={() => outbox.drop(note.key)}>{strings.drop}</Button>
				</p>
			)}
		</li>
	);
}

function Write({
	booth,
	outbox,
	shortcut,
	fieldId,
}: {
	booth: string;
	outbox: NoteOutbox;
	shortcut: string | undefined;
	fieldId: string;
}) {
	const text = useSignal("");
	const hint = useId();
	const strings = t(boothSigns).chat;
	const send = (): void => {
		const note = text.value.trim();
		if (note === "") return;
		outbox.send({ booth, text: note });
		text.value = "";
	};
	return (
		<form
			class="booth-chat-write"
			onSubmit={(event) => {
				event.preventDefault();
				send();
			}}
		>
			<label for={fieldId}>
				{strings.write}
				{shortcut && (
					<span class="button-key" aria-hidden="true">
						{shortcut}
					</span>
				)}
			</label>
			<div class="booth-chat-field">
				<input
					id={fieldId}
					type="text"
					maxlength={MAX_NOTE_CHARS}
					autocomplete="off"
					value={text.value}
					aria-describedby={hint}
					{...(shortcut ? { "aria-keyshortcuts": shortcut } : {})}
					onInput={({ currentTarget }) => {
						text.value = currentTarget.value;
					}}
					onKeyDown={(event) => {
						// Escape leaves the field, so that single keys act again.
						if (event.key === "Escape" && !event.isComposing) event.currentTarget.blur();
					}}
				/>
				<Button type="submit" onClick={() => undefined}>
					{strings.send}
				</Button>
			</div>
			<p id={hint} class="soft booth-chat-hint">
				{strings.unrecorded}
			</p>
		</form>
	);
}
