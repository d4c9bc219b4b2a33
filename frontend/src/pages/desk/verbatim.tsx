import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { desk as dictionary, t } from "@/i18n";
import { EmptyState } from "@/ui";
import type { Line } from "@/wire/protocol";
import { Basket } from "./basket";
import type { RecordDesk } from "./desk";
import { ItemLine } from "./line";
import type { Listening } from "./listening";
import { selectedParts } from "./marking";

const FORMATS = ["docx", "pdf", "html", "md", "json"] as const;

interface VerbatimProps {
	desk: RecordDesk;
	listening: Listening;
}

/** Who said what: to be heard, corrected, and quoted. */
export function VerbatimTab({ desk, listening }: VerbatimProps) {
	const strings = t(dictionary);
	const wanted = useSignal("");
	const who = useSignal("");
	const compare = useSignal(false);
	const ids = { search: useId(), who: useId() };
	const found = useComputed(() => {
		const words = wanted.value.trim().toLocaleLowerCase();
		return (desk.record.value?.lines ?? []).filter(
			(line) =>
				(who.value === "" || line.seat === who.value) && line.text.toLocaleLowerCase().includes(words),
		);
	});
	useEffect(() => () => listening.stop(), [listening]);

	const record = desk.record.value;
	if (!record) return null;
	if (record.lines.length === 0) {
		return (
			<EmptyState title={strings.empty}>
				<p class="soft record-help">{strings.emptyHelp}</p>
			</EmptyState>
		);
	}
	const speakers = [...new Set(record.lines.map(({ seat }) => seat))];
	return (
		<>
			<div class="record-tools">
				<div class="record-field record-grow">
					<label for={ids.search}>{strings.search}</label>
					<input
						id={ids.search}
						type="search"
						class="record-input"
						value={wanted.value}
						onInput={(event) => {
							wanted.value = event.currentTarget.value;
						}}
					/>
				</div>
				<div class="record-field">
					<label for={ids.who}>{strings.speaker}</label>
					<select
						id={ids.who}
						class="record-input"
						value={who.value}
						onChange={(event) => {
							who.value = event.currentTarget.value;
						}}
					>
						<option value="">{strings.everybody}</option>
						{speakers.map((seat) => (
							<option key={seat} value={seat}>
								{desk.name(seat)}
							</option>
						))}
					</select>
				</div>
				<p class="record-count soft tabular" role="status">
					{strings.lines(found.value.length)}
				</p>
			</div>
			{Object.keys(record.checked).length > 0 && (
				<div class="record-compare">
					<label class="record-check">
						<input
							type="checkbox"
							checked={compare.value}
							onChange={(event) => {
								compare.value = event.currentTarget.checked;
							}}
						/>
						{strings.compare}
					</label>
					{compare.value && <p class="soft">{strings.compareHelp}</p>}
				</div>
			)}
			<Exports label={strings.saveAs} href={(format) => `${desk.base}/desk/verbatim.${format}`} />
			<Basket desk={desk} />
			{found.value.length === 0 && <p class="soft">{strings.noneFound}</p>}
			<Lines desk={desk} listening={listening} lines={found.value} compare={compare.value} />
		</>
	);
}

/** Links to files, one a format. */
export function Exports({
	label,
	href,
	formats = FORMATS,
}: {
	label: string;
	href: (format: string) => string;
	formats?: readonly string[];
}) {
	return (
		<p class="record-exports">
			<span class="soft">{label}</span>
			{formats.map((format) => (
				<a key={format} class="record-export" href={href(format)} download>
					{format.toUpperCase()}
				</a>
			))}
		</p>
	);
}

/** The lines under their items, each speaker named where they begin. */
function Lines({ desk, listening, lines, compare }: VerbatimProps & { lines: Line[]; compare: boolean }) {
	const strings = t(dictionary);
	const meeting = desk.record.value?.meeting;
	const titles = new Map(meeting?.items.map(({ key, title }) => [key, title]));
	const sections: { item: string | undefined; lines: Line[] }[] = [];
	for (const line of lines) {
		const last = sections.at(-1);
		if (last && last.item === line.item) last.lines.push(line);
		else sections.push({ item: line.item, lines: [line] });
	}
	// Selecting with the mouse takes words; by keyboard each line's "Quote" does the same.
	useEffect(() => {
		let last = "";
		const mark = (): void => {
			const parts = selectedParts(getSelection());
			// A selection stays while buttons are clicked; it is taken once.
			if (JSON.stringify(parts) !== last) for (const part of parts) desk.take(part);
			last = JSON.stringify(parts);
		};
		document.addEventListener("mouseup", mark);
		return () => document.removeEventListener("mouseup", mark);
	}, [desk]);
	if (!meeting) return null;
	return (
		<div>
			{sections.map((section) => (
				<section key={section.lines[0]?.id} class="record-section">
					<h2>{(section.item && titles.get(section.item)) || strings.beforeItems}</h2>
					<ol class="record-lines">
						{section.lines.map((line, place) => (
							<ItemLine
								key={line.id}
								desk={desk}
								listening={listening}
								line={line}
								named={place === 0 || section.lines[place - 1]?.seat !== line.seat}
								compare={compare}
							/>
						))}
					</ol>
				</section>
			))}
		</div>
	);
}
