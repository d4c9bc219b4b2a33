import { useSignal } from "@preact/signals";
import { useId, useMemo } from "preact/hooks";
import { boothTexts, ownTitle, t, words } from "@/i18n";
import { Button } from "@/ui";
import type { Glossary } from "@/wire/protocol";
import { primary } from "./booth-state";
import { findTerms, type Term } from "./glossary";
import { capFor } from "./keys";
import { type Uploaded, uploadGlossary } from "./own-texts";
import type { PanelProps } from "./props";

/** The most faults of a file that are shown: the first ones show what is wrong with the rest. */
const MOST_FAULTS = 8;

/** The meeting's terms, found as one types, and where a file of them is given. */
export function GlossaryPanel({ model, glossary }: PanelProps) {
	const strings = t(boothTexts).glossary;
	const { state, thing, again } = glossary;
	const typed = useSignal("");
	const id = "booth-glossary-find";
	const rows = thing?.rows;
	const found = useMemo(() => findTerms(rows ?? [], typed.value), [rows, typed.value]);
	return (
		<section class="panel booth-glossary" aria-labelledby="booth-glossary-title">
			<h2 id="booth-glossary-title">{strings.title}</h2>
			{state === "none" && (
				<div class="booth-none">
					<p>{strings.none}</p>
					<p class="soft">{strings.noneNote}</p>
				</div>
			)}
			{state === "failed" && (
				<div role="alert">
					<p>{t(boothTexts).text.failed}</p>
					<Button onClick={again}>{t(words).tryAgain}</Button>
				</div>
			)}
			{thing && (
				<>
					<div class="booth-find">
						<label for={id}>
							{strings.find}
							<span class="button-key" aria-hidden="true">
								{capFor("glossary")}
							</span>
						</label>
						<input
							id={id}
							type="search"
							autocomplete="off"
							spellcheck={false}
							aria-keyshortcuts={capFor("glossary")}
							value={typed.value}
							onInput={({ currentTarget }) => {
								typed.value = currentTarget.value;
							}}
							onKeyDown={(event) => {
								// Once to clear it, once more to leave it.
								if (event.key !== "Escape" || event.isComposing) return;
								if (typed.value === "") event.currentTarget.blur();
								typed.value = "";
							}}
						/>
						<p role="status" class="soft">
							{found.length > 0 ? strings.found(found.length) : strings.noneFound}
						</p>
					</div>
					<Terms glossary={thing} found={found} booth={model.booth.value} />
				</>
			)}
			<Upload />
		</section>
	);
}

/** The terms in a table, the booth's own language first. */
function Terms({ glossary, found, booth }: { glossary: Glossary; found: readonly Term[]; booth: string }) {
	const mine = (language: string): boolean => primary(language) === primary(booth);
	const languages = glossary.languages.toSorted((one, other) => Number(mine(other)) - Number(mine(one)));
	return (
		<section
			class="booth-terms"
			aria-label={t(boothTexts).glossary.terms}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
			tabIndex={0}
		>
			<table>
				<thead>
					<tr>
						{languages.map((language) => (
							<th key={language} scope="col" lang={language}>
								{ownTitle(language)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{found.map((term) => (
						<tr key={JSON.stringify(term)}>
							{languages.map((language) => (
								<td key={language} lang={language} data-own={mine(language)}>
									{term[language]}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** Gives the meeting another glossary, by a file. */
function Upload() {
	const id = useId();
	const strings = t(boothTexts).glossary;
	const busy = useSignal(false);
	const came = useSignal<Uploaded | null>(null);
	const give = async (input: HTMLInputElement): Promise<void> => {
		const file = input.files?.[0];
		if (!file || busy.value) return;
		busy.value = true;
		came.value = null;
		came.value = await uploadGlossary(file);
		busy.value = false;
		// The same file, mended, can be given again.
		input.value = "";
	};
	return (
		<div class="booth-upload">
			<label for={id}>{strings.upload}</label>
			<input
				id={id}
				type="file"
				accept=".csv,text/csv"
				disabled={busy.value}
				onChange={({ currentTarget }) => void give(currentTarget)}
			/>
			<p class="soft">{strings.uploadNote}</p>
			<div role="status">
				{busy.value && strings.uploading}
				{came.value && <Came came={came.value} />}
			</div>
		</div>
	);
}

function Came({ came }: { came: Uploaded }) {
	const strings = t(boothTexts).glossary;
	if (came.kind === "taken") return <p>{strings.uploaded(came.glossary.rows.length)}</p>;
	if (came.kind === "tooLarge") return <p>{`${strings.tooLarge} ${strings.refused}`}</p>;
	if (came.kind === "failed") return <p>{strings.refused}</p>;
	return (
		<>
			<p>{strings.refused}</p>
			<ul class="booth-faults">
				{came.faults.slice(0, MOST_FAULTS).map(({ line, wrong, right }) => (
					<li key={`${line} ${wrong}`}>
						{line !== null && <strong>{strings.line(line)}: </strong>}
						{wrong}; {right}
					</li>
				))}
			</ul>
		</>
	);
}
