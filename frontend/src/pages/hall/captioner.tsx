import { useSignal } from "@preact/signals";
import { useEffect, useId, useMemo, useRef } from "preact/hooks";
import { captions as dictionary, languageName, refusalSentence, t } from "@/i18n";
import { captionsOf, type Link } from "@/link";
import { Outbox, sameLanguage, speakersNow } from "@/state";
import { Button, plateOf, tellRefusal } from "@/ui";
import type { Caption, Meeting, View, WriteLine } from "@/wire/protocol";
import type { RoomProps } from "./props";
import "./captioner.css";

/** The longest line, and the longest correction, in characters. */
const MAX_LINE_CHARS = 500;
const MAX_CORRECTION_CHARS = 2000;

/** How many lines can be corrected here. */
const SHOWN_LINES = 30;

/** A line of captions that is written here. */
type Line = Omit<WriteLine, "type" | "id">;

/** The captioner's desk: lines are written here as they are said, and the last ones corrected. */
export function Captioner({ link, meeting, view, mine }: RoomProps) {
	const strings = t(dictionary);
	const languages = useMemo(() => languagesOf(meeting, mine), [meeting, mine]);
	const language = useSignal(languages[0] ?? "en");
	const instead = useSignal(false);
	const outbox = useMemo(
		() => new Outbox(link, (line: Line) => link.request({ type: "write", ...line })),
		[link],
	);
	useEffect(() => () => outbox.close(), [outbox]);
	const machine = (view.captions?.machine ?? []).some((one) => sameLanguage(one, language.value));
	// Where no machine writes, whoever sits here does.
	const writes = instead.value || !machine ? language.value : null;
	useEffect(() => captionsOf(link).subscribe(language.value), [link, language.value]);
	useEffect(() => link.declare({ type: "captioning", language: writes }), [link, writes]);
	const id = useId();
	const editing = useSignal<number | null>(null);
	const lines = captionsOf(link).lines.value;
	const last = lines.findLast(({ final, line }) => final && line !== null);
	return (
		<section class="captioner" aria-labelledby={`${id}-title`}>
			<h2 id={`${id}-title`}>{strings.desk}</h2>
			<div class="captioner-how">
				<label for={`${id}-language`}>{strings.writeIn}</label>
				<select
					id={`${id}-language`}
					value={language.value}
					onChange={({ currentTarget }) => {
						language.value = currentTarget.value;
					}}
				>
					{languages.map((one) => (
						<option key={one} value={one}>
							{languageName(one)}
						</option>
					))}
				</select>
				{machine && (
					<label class="captioner-instead">
						<input
							type="checkbox"
							checked={instead.value}
							aria-describedby={`${id}-instead`}
							onChange={({ currentTarget }) => {
								instead.value = currentTarget.checked;
							}}
						/>
						{strings.instead}
					</label>
				)}
				{machine && (
					<p id={`${id}-instead`} class="soft">
						{strings.insteadNote}
					</p>
				)}
			</div>
			<Lines
				link={link}
				meeting={meeting}
				lines={lines.slice(-SHOWN_LINES)}
				editing={editing}
				outbox={outbox}
			/>
			<Write
				meeting={meeting}
				view={view}
				onLine={(seat, text) => outbox.send({ seat, language: language.value, text })}
				onUp={() => {
					editing.value = last?.id ?? null;
				}}
			/>
		</section>
	);
}

/** My own language first, then the meeting's. */
function languagesOf(meeting: Meeting, mine: string): string[] {
	const own = meeting.seats[mine]?.language;
	return [...new Set([...(own === undefined ? [] : [own]), ...meeting.languages])];
}

interface WriteProps {
	meeting: Meeting;
	view: View;
	onLine: (seat: string, text: string) => void;
	/** Called when arrow up is pressed in an empty field. */
	onUp: () => void;
}

function Write({ meeting, view, onLine, onUp }: WriteProps) {
	const strings = t(dictionary);
	const id = useId();
	const text = useSignal("");
	const onFloor = speakersNow(meeting, view);
	const first = onFloor.at(-1)?.key;
	const chosen = useSignal<string | null>(null);
	// Whoever gets the floor is the next to speak; what was chosen by hand holds until then.
	useEffect(() => {
		chosen.value = null;
	}, [first]);
	const speaker = chosen.value ?? first ?? "";
	const others = Object.entries(meeting.seats).filter(
		([key, { role }]) =>
			(role === "chair" || role === "speaker" || role === "participant") &&
			!onFloor.some((one) => one.key === key),
	);
	const closed = view.phase !== "open" || view.off_record !== undefined;
	const send = (): void => {
		const line = text.value.trim();
		if (line === "" || speaker === "" || closed) return;
		onLine(speaker, line);
		text.value = "";
	};
	return (
		<form
			class="captioner-write"
			onSubmit={(event) => {
				event.preventDefault();
				send();
			}}
		>
			<div>
				<label for={`${id}-speaker`}>{strings.speaker}</label>
				<select
					id={`${id}-speaker`}
					value={speaker}
					onChange={({ currentTarget }) => {
						chosen.value = currentTarget.value;
					}}
				>
					{speaker === "" && <option value="">—</option>}
					<optgroup label={strings.onFloor}>
						{onFloor.map(({ key, seat }) => (
							<option key={key} value={key}>
								{plateOf(seat).head}
							</option>
						))}
					</optgroup>
					<optgroup label={strings.others}>
						{others.map(([key, seat]) => (
							<option key={key} value={key}>
								{plateOf(seat).head}
							</option>
						))}
					</optgroup>
				</select>
			</div>
			<div class="captioner-line">
				<label for={`${id}-line`}>{strings.line}</label>
				<input
					id={`${id}-line`}
					type="text"
					maxlength={MAX_LINE_CHARS}
					autocomplete="off"
					value={text.value}
					aria-describedby={`${id}-note`}
					onInput={({ currentTarget }) => {
						text.value = currentTarget.value;
					}}
					onKeyDown={(event) => {
						if (event.key === "ArrowUp" && text.value === "" && !event.isComposing) {
							event.preventDefault();
							onUp();
						}
					}}
				/>
			</div>
			<Button
				type="submit"
				kind="primary"
				unavailable={closed ? strings.notOpen : undefined}
				onClick={() => undefined}
			>
				{strings.send}
			</Button>
			<p id={`${id}-note`} class="soft">
				{closed ? strings.notOpen : strings.lineNote}
			</p>
		</form>
	);
}

interface LinesProps {
	link: Link;
	meeting: Meeting;
	lines: readonly Caption[];
	/** The id of the line that is being corrected. */
	editing: { value: number | null };
	outbox: Outbox<Line>;
}

function Lines({ link, meeting, lines, editing, outbox }: LinesProps) {
	const strings = t(dictionary);
	const box = useRef<HTMLElement>(null);
	const waiting = outbox.waiting.value;
	const newest = lines.at(-1);
	useEffect(() => {
		if (editing.value === null) box.current?.scrollTo({ top: box.current.scrollHeight });
	}, [newest?.id, newest?.text, waiting.length]);
	return (
		<section
			ref={box}
			class="captioner-lines"
			aria-label={strings.lines}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
			tabIndex={0}
		>
			{lines.length + waiting.length === 0 && <p class="soft">{strings.noLines}</p>}
			<ol>
				{lines.map((line) =>
					editing.value === line.id ? (
						<Correct key={line.id} link={link} line={line} onDone={() => (editing.value = null)} />
					) : (
						<li key={line.id} data-final={line.final}>
							<p>
								<strong>{nameOf(meeting, line.seat)}</strong> <span lang={line.language}>{line.text}</span>
							</p>
							{line.final && line.line !== null && (
								<Button
									label={`${strings.correct}: ${line.text}`}
									onClick={() => {
										editing.value = line.id;
									}}
								>
									{strings.correct}
								</Button>
							)}
						</li>
					),
				)}
				{waiting.map(({ key, message, state, code }) => (
					<li key={`w${key}`} data-state={state}>
						<p>
							<strong>{nameOf(meeting, message.seat)}</strong> {message.text}
						</p>
						{state === "refused" || state === "unknown" ? (
							<p class="captioner-mend">
								<span role="alert">{refusalSentence(code ?? "lost")}</span>
								<Button onClick={() => outbox.again(key)}>{strings.again}</Button>
								<Button onClick={() => outbox.drop(key)}>{strings.drop}</Button>
							</p>
						) : (
							<span class="soft">{strings.sending}</span>
						)}
					</li>
				))}
			</ol>
		</section>
	);
}

function nameOf(meeting: Meeting, key: string): string {
	const seat = meeting.seats[key];
	return `${seat ? plateOf(seat).head : key}:`;
}

function Correct({ link, line, onDone }: { link: Link; line: Caption; onDone: () => void }) {
	const strings = t(dictionary);
	const text = useSignal(line.text);
	const field = useRef<HTMLTextAreaElement>(null);
	useEffect(() => field.current?.focus(), []);
	const save = async (words: string): Promise<void> => {
		if (line.line === null) return;
		const refusal = await link.request({
			type: "correct",
			line: line.line,
			after: line.version,
			text: words.trim(),
		});
		tellRefusal(refusal);
		// What was not taken stays in the field.
		if (refusal === null) onDone();
	};
	return (
		<li>
			<form
				class="captioner-correct"
				onSubmit={(event) => {
					event.preventDefault();
					void save(text.value);
				}}
			>
				<textarea
					ref={field}
					aria-label={strings.corrected}
					lang={line.language}
					rows={2}
					maxlength={MAX_CORRECTION_CHARS}
					value={text.value}
					onInput={({ currentTarget }) => {
						text.value = currentTarget.value;
					}}
					onKeyDown={(event) => {
						if (event.isComposing) return;
						if (event.key === "Escape") onDone();
						if (event.key === "Enter" && !event.shiftKey) {
							event.preventDefault();
							void save(text.value);
						}
					}}
				/>
				<Button type="submit" kind="primary" onClick={() => undefined}>
					{strings.save}
				</Button>
				<Button onClick={onDone}>{strings.cancel}</Button>
				<Button kind="danger" onClick={() => void save("")}>
					{strings.strike}
				</Button>
			</form>
		</li>
	);
}
