import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { desk as dictionary, hour, second, t } from "@/i18n";
import { Button, toast } from "@/ui";
import type { CheckedWords, Line, LineVersion } from "@/wire/protocol";
import type { RecordDesk } from "./desk";
import type { Listening } from "./listening";

interface LineProps {
	desk: RecordDesk;
	listening: Listening;
	line: Line;
	/** Whether its speaker is named: the line before is another's. */
	named: boolean;
	/** Whether it is shown beside the text that was given. */
	compare: boolean;
}

/** One line: click its time to hear it, correct it, take words of it for a quote. */
export function ItemLine({ desk, listening, line, named, compare }: LineProps) {
	const strings = t(dictionary);
	const doing = useSignal<"reading" | "editing" | "marking">("reading");
	const record = desk.record.value;
	const seat = record?.meeting.seats[line.seat];
	// As the meeting's documents say it, wherever the organiser sits.
	const time = second(line.since, record?.meeting.timezone);
	const heard = listening.line.value === line.id;
	const checked = compare ? record?.checked[line.id] : undefined;
	const quotes =
		record?.quotes.filter(
			({ parts, stage }) => stage !== "withdrawn" && parts.some((part) => part.line === line.id),
		) ?? [];
	const read = (): void => {
		doing.value = "reading";
	};
	return (
		<li class="record-line" data-heard={heard || undefined}>
			{named && (
				<p class="record-speaker">
					<strong>{desk.name(line.seat)}</strong>
					{seat && seat.title !== seat.name && <span class="soft">, {seat.title}</span>}
				</p>
			)}
			<div class="record-line-row">
				<button
					type="button"
					class="record-time tabular"
					aria-pressed={heard}
					aria-label={heard ? strings.stopListening : strings.listen(time)}
					onClick={() => listening.toggle(line.id, line)}
				>
					<span aria-hidden="true">{heard ? "■" : "▶"}</span> {time}
				</button>
				{doing.value === "editing" && <Editing desk={desk} line={line} onDone={read} />}
				{doing.value === "marking" && <Marking desk={desk} line={line} onDone={read} />}
				{doing.value === "reading" && (
					<div class="record-words">
						{line.text === "" ? (
							<p class="soft">{strings.struck}</p>
						) : checked ? (
							<Checked words={checked} language={line.language} />
						) : (
							<p lang={line.language} data-line={line.id} data-version={line.version}>
								{line.text}
							</p>
						)}
						<div class="record-line-acts">
							{quotes.map((quote) => (
								<a key={quote.id} class="record-quoted" href="#quotes">
									{strings.quoted(quote.id)}
								</a>
							))}
							<Button
								class="record-small"
								label={`${strings.edit}: ${time}`}
								onClick={() => {
									doing.value = "editing";
								}}
							>
								{strings.edit}
							</Button>
							{line.text !== "" && (
								<Button
									class="record-small"
									label={`${strings.mark}: ${time}`}
									onClick={() => {
										doing.value = "marking";
									}}
								>
									{strings.mark}
								</Button>
							)}
						</div>
						{line.version > 1 && <Versions desk={desk} line={line} />}
					</div>
				)}
			</div>
		</li>
	);
}

function Checked({ words, language }: { words: CheckedWords[]; language: string }) {
	return (
		<p lang={language}>
			{words.map(({ part, text }, place) => {
				const key = `${place}`;
				if (part === "added") return <ins key={key}>{text} </ins>;
				if (part === "left_out") return <del key={key}>{text} </del>;
				return <span key={key}>{text} </span>;
			})}
		</p>
	);
}

interface EditingProps {
	desk: RecordDesk;
	line: Line;
	onDone: () => void;
}

function Editing({ desk, line, onDone }: EditingProps) {
	const strings = t(dictionary);
	const text = useSignal(line.text);
	const seat = useSignal(line.seat);
	const field = useRef<HTMLTextAreaElement>(null);
	const ids = { text: useId(), seat: useId() };
	useEffect(() => field.current?.focus(), []);
	const meeting = desk.record.value?.meeting;
	const save = async (words: string): Promise<void> => {
		const changed = await desk.correct(line, words, seat.value);
		if (!changed) return; // what was typed stays
		onDone();
		toast({
			text: words === "" ? strings.struckOut : strings.saved,
			action: { label: strings.undo, run: () => void undo(desk, changed, line) },
		});
	};
	return (
		<form
			class="record-words record-editing"
			onSubmit={(event) => {
				event.preventDefault();
				void save(text.value);
			}}
			onKeyDown={(event) => {
				if (event.key === "Escape") onDone();
				if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save(text.value);
			}}
		>
			<label class="visually-hidden" for={ids.text}>
				{strings.words}
			</label>
			<textarea
				id={ids.text}
				ref={field}
				class="record-input"
				rows={3}
				maxLength={2000}
				lang={line.language}
				value={text.value}
				onInput={(event) => {
					text.value = event.currentTarget.value;
				}}
			/>
			<div class="record-field">
				<label for={ids.seat}>{strings.whoSpoke}</label>
				<select
					id={ids.seat}
					class="record-input"
					value={seat.value}
					onChange={(event) => {
						seat.value = event.currentTarget.value;
					}}
				>
					{Object.entries(meeting?.seats ?? {}).map(([key, { name, organisation }]) => (
						<option key={key} value={key}>
							{name === organisation ? name : `${name}, ${organisation}`}
						</option>
					))}
				</select>
			</div>
			<div class="record-line-acts">
				<Button kind="primary" type="submit" onClick={() => undefined}>
					{strings.save}
				</Button>
				<Button onClick={onDone}>{strings.cancel}</Button>
				<Button kind="danger" onClick={() => void save("")}>
					{strings.strike}
				</Button>
			</div>
		</form>
	);
}

async function undo(desk: RecordDesk, now: Line, before: Pick<Line, "text" | "seat">): Promise<void> {
	if (await desk.correct(now, before.text, before.seat)) toast({ text: t(dictionary).undone });
}

/** The words of one line in a field of their own, where a keyboard can select them too. */
function Marking({ desk, line, onDone }: EditingProps) {
	const strings = t(dictionary);
	const field = useRef<HTMLTextAreaElement>(null);
	const help = useId();
	useEffect(() => {
		field.current?.focus();
		field.current?.select();
	}, []);
	const take = (): void => {
		const { selectionStart: start = 0, selectionEnd: end = 0 } = field.current ?? {};
		const whole = start === end;
		desk.take({
			line: line.id,
			version: line.version,
			start: whole ? 0 : start,
			end: whole ? line.text.length : end,
		});
		onDone();
	};
	return (
		<div class="record-words record-editing">
			<textarea
				ref={field}
				class="record-input"
				rows={3}
				readOnly
				lang={line.language}
				aria-label={strings.words}
				aria-describedby={help}
				onKeyDown={(event) => {
					if (event.key === "Escape") onDone();
				}}
			>
				{line.text}
			</textarea>
			<p id={help} class="soft">
				{strings.markHelp}
			</p>
			<div class="record-line-acts">
				<Button kind="primary" onClick={take}>
					{strings.addMarked}
				</Button>
				<Button onClick={onDone}>{strings.cancel}</Button>
			</div>
		</div>
	);
}

function Versions({ desk, line }: { desk: RecordDesk; line: Line }) {
	const strings = t(dictionary);
	const found = useSignal<LineVersion[]>([]);
	const zone = desk.record.value?.meeting.timezone;
	return (
		<details
			class="record-versions"
			onToggle={(event) => {
				if (!event.currentTarget.open) return;
				void desk.versions(line.id).then((versions) => {
					found.value = versions.toSorted((one, other) => other.version - one.version);
				});
			}}
		>
			<summary>{strings.versions(line.version)}</summary>
			<ol>
				{found.value.map((one) => (
					<li key={one.version}>
						<span class="soft">
							{strings.version(one.version, hour(one.at, zone))}, {strings.writers[one.writer]}
						</span>
						<p lang={one.language}>{one.text || strings.struck}</p>
						{one.version !== line.version && (
							<Button class="record-small" onClick={() => void undo(desk, line, one)}>
								{strings.restore}
							</Button>
						)}
					</li>
				))}
			</ol>
		</details>
	);
}
