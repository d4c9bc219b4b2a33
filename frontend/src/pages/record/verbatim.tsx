import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { clock, record as dictionary, ownTitle, t } from "@/i18n";
import { Button, Nameplate } from "@/ui";
import type { ArchiveContents, ArchiveLine } from "@/wire/protocol";
import { search } from "./contents";
import { lineAt, pieces, turnsOf, wordsIn } from "./lines";
import type { Playing } from "./playing";
import { letterOf, nameOf, toneOf } from "./speakers";

/** How long nothing is typed before it is searched for, in ms. */
const TYPING_PAUSE_MS = 250;

interface Found {
	query: string;
	lines: ReadonlySet<number> | null;
}

/** What was said, in step with the sound: a line leads to where it is heard, and words are searched. */
export function Verbatim({ contents, playing }: { contents: ArchiveContents; playing: Playing }) {
	const strings = t(dictionary);
	const found = useSignal<Found | null>(null);
	const language = useSignal("");
	const follows = useSignal(true);
	const list = useRef<HTMLDivElement>(null);
	const now = lineAt(contents.lines, playing.at.value);
	const languages = [...new Set(contents.lines.flatMap((line) => Object.keys(line.translations)))];

	useEffect(() => {
		if (!follows.value || !playing.plays.value || now === null) return;
		const box = list.current;
		const line = box?.querySelector<HTMLElement>(`[data-line="${now}"]`);
		// Only the list moves: who reads further down the page stays there.
		if (box && line) box.scrollTo({ top: line.offsetTop - box.clientHeight / 3 });
	}, [now, follows.value, playing.plays.value]);

	const { lines } = contents;
	const hits = found.value?.lines;
	const shown = hits ? lines.filter(({ id }) => hits.has(id)) : lines;
	return (
		<section class="record-verbatim" aria-labelledby="verbatim">
			<div class="record-verbatim-head">
				<h2 id="verbatim">{strings.verbatim}</h2>
				{lines.length > 0 && <Search found={found} />}
				<div class="record-verbatim-choices">
					{languages.length > 0 && (
						<label class="record-choice">
							<span>{strings.readIn}</span>
							<select
								value={language.value}
								onChange={(event) => {
									language.value = event.currentTarget.value;
								}}
							>
								<option value="">{strings.asSaid}</option>
								{languages.map((code) => (
									<option key={code} value={code} lang={code}>
										{ownTitle(code)}
									</option>
								))}
							</select>
						</label>
					)}
					{lines.length > 0 && contents.kept && (
						<label class="record-follow">
							<input
								type="checkbox"
								checked={follows.value}
								onChange={(event) => {
									follows.value = event.currentTarget.checked;
								}}
							/>
							{strings.follow}
						</label>
					)}
				</div>
			</div>
			{lines.length === 0 && <p class="soft">{strings.noLines}</p>}
			<div class="record-lines" ref={list}>
				{turnsOf(shown).map(({ seat, lines: said }) => (
					<div class="record-speech" key={said[0]?.id}>
						<div class="record-speech-head">
							<span class="record-letter" data-tone={toneOf(contents, seat)} aria-hidden="true">
								{letterOf(contents, seat)}
							</span>
							{contents.seats[seat] && <Nameplate seat={contents.seats[seat]} />}
						</div>
						{said.map((line) => (
							<Line
								key={line.id}
								line={line}
								now={line.id === now}
								language={language.value || null}
								query={found.value?.query ?? ""}
								name={nameOf(contents.seats, seat)}
								playing={playing}
							/>
						))}
					</div>
				))}
			</div>
		</section>
	);
}

interface LineProps {
	line: ArchiveLine;
	now: boolean;
	language: string | null;
	query: string;
	name: string;
	playing: Playing;
}

function Line({ line, now, language, query, name, playing }: LineProps) {
	const strings = t(dictionary);
	const said = wordsIn(line, language);
	const { at } = line;
	return (
		<p class="record-line" data-line={line.id} aria-current={now ? "true" : undefined}>
			{at === undefined ? (
				<span class="record-time soft" title={strings.notInVideo}>
					<span class="visually-hidden">{strings.notInVideo}</span>
					<span aria-hidden="true">–</span>
				</span>
			) : (
				<button
					type="button"
					class="record-time tabular"
					aria-label={strings.goTo(name, clock(at))}
					onClick={() => playing.goTo(at, true)}
				>
					{clock(at)}
				</button>
			)}
			<span lang={said.language}>
				{pieces(said.text, query).map(({ text, found }, place) =>
					found ? <mark key={`${place}`}>{text}</mark> : <span key={`${place}`}>{text}</span>,
				)}
			</span>
		</p>
	);
}

/** The words that are searched for, and how many lines hold them. */
function Search({ found }: { found: { value: Found | null } }) {
	const strings = t(dictionary);
	const id = useId();
	const field = useRef<HTMLInputElement>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const asked = useRef("");
	const look = async (words: string) => {
		asked.current = words;
		if (words === "") {
			found.value = null;
			return;
		}
		const lines = await search(words);
		// An answer that comes after another question is no answer any more.
		if (asked.current === words) found.value = { query: words, lines: lines && new Set(lines) };
	};
	const answer = found.value;
	const count = answer?.lines?.size ?? 0;
	return (
		<search class="record-search">
			<label for={id}>{strings.search}</label>
			<div>
				<input
					id={id}
					ref={field}
					type="search"
					placeholder={strings.searchHelp}
					maxLength={200}
					onInput={(event) => {
						const words = event.currentTarget.value.trim();
						clearTimeout(timer.current);
						timer.current = setTimeout(() => void look(words), TYPING_PAUSE_MS);
					}}
				/>
				{answer && (
					<Button
						onClick={() => {
							if (field.current) field.current.value = "";
							void look("");
							field.current?.focus();
						}}
					>
						{strings.clear}
					</Button>
				)}
			</div>
			<p class="soft" role="status">
				{answer &&
					(answer.lines === null ? strings.searchFailed : count ? strings.found(count) : strings.notFound)}
			</p>
		</search>
	);
}
