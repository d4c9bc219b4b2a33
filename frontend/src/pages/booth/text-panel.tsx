import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { boothTexts, t, words } from "@/i18n";
import { browserMemory } from "@/state";
import { Button } from "@/ui";
import type { Glossary, Speech, Speeches } from "@/wire/protocol";
import { primary } from "./booth-state";
import { stretches, type Term } from "./glossary";
import { capFor } from "./keys";
import { useFetched } from "./own-texts";
import type { PanelProps } from "./props";
import { nameOf } from "./state-bar";

const TEXT = "booth-text";
const STORED = "hemicycle:booth-text-size";
/** Sizes of the text, in rem. */
const SIZES = [1, 1.125, 1.375, 1.625, 2, 2.5] as const;
/** The share of what is in sight that a key scrolls by. */
const SCROLL_SHARE = 0.35;

/** Scrolls the speech text: 1 down, -1 up. */
export function scrollText(direction: 1 | -1): void {
	const text = document.getElementById(TEXT);
	const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
	text?.scrollBy({ top: direction * text.clientHeight * SCROLL_SHARE, behavior: smooth ? "smooth" : "auto" });
}

/** The text of whoever has the floor, or of whoever is chosen. */
export function TextPanel({ model, meeting, view, glossary }: PanelProps) {
	const strings = t(boothTexts).text;
	const versions = view.speeches ?? {};
	const given = Object.keys(versions);
	const stamp = given.length > 0 ? JSON.stringify(versions) : null;
	const { state, thing, again } = useFetched<Speeches>("speeches", stamp);
	const chosen = useSignal<string | null>(null);
	const size = useSignal(sizeRemembered());
	const speaking = view.floor.findLast(({ seat }) => given.includes(seat))?.seat;
	const shown =
		chosen.value !== null && given.includes(chosen.value) ? chosen.value : (speaking ?? given[0] ?? null);
	const speech = thing?.speeches.find(({ seat }) => seat === shown);
	const resize = (steps: number): void => {
		size.value = Math.min(SIZES.length - 1, Math.max(0, size.value + steps));
		browserMemory()?.setItem(STORED, String(size.value));
	};
	return (
		<section class="panel booth-text-panel" aria-labelledby="booth-text-title">
			<div class="booth-panel-head">
				<h2 id="booth-text-title">{strings.title}</h2>
				{shown !== null && (
					<div class="booth-text-tools">
						<Button label={`A− ${strings.smaller}`} onClick={() => resize(-1)}>
							A−
						</Button>
						<Button label={`A+ ${strings.larger}`} onClick={() => resize(1)}>
							A+
						</Button>
					</div>
				)}
			</div>
			{shown === null && (
				<div class="booth-none">
					<p>{strings.none}</p>
					<p class="soft">{strings.noneNote}</p>
				</div>
			)}
			{shown !== null && (
				<label class="booth-preselect">
					{strings.of}
					<select
						value={chosen.value ?? ""}
						onChange={({ currentTarget: { value } }) => {
							chosen.value = value === "" ? null : value;
						}}
					>
						<option value="">{strings.follow}</option>
						{given.map((seat) => (
							<option key={seat} value={seat}>
								{nameOf(meeting, seat)}
							</option>
						))}
					</select>
				</label>
			)}
			<p role="status" class="booth-text-state">
				{state === "loading" && !speech && strings.loading}
				{state === "failed" && strings.failed}
			</p>
			{state === "failed" && <Button onClick={again}>{t(words).tryAgain}</Button>}
			{speech && shown !== null && (
				<Text
					glossary={glossary.thing}
					booth={model.booth.value}
					speech={speech}
					name={nameOf(meeting, shown)}
					size={size.value}
				/>
			)}
		</section>
	);
}

interface TextProps {
	glossary: Glossary | null;
	booth: string;
	speech: Speech;
	name: string;
	size: number;
}

function Text({ glossary, booth, speech, name, size }: TextProps) {
	const strings = t(boothTexts);
	const paragraphs = useMemo(() => speech.text.split(/\n{2,}|\r\n(?:\r\n)+/u), [speech.text]);
	const from = languageIn(glossary, speech.language);
	const into = languageIn(glossary, booth);
	return (
		<>
			<div class="booth-text-signs">
				<strong>{name}</strong>
				{speech.embargo && <span class="booth-sign booth-sign-embargo">{strings.text.embargo}</span>}
				{speech.check && <span class="booth-sign">{strings.text.check}</span>}
			</div>
			<section
				id={TEXT}
				class="booth-text"
				aria-label={`${strings.text.scroll}: ${name}`}
				aria-keyshortcuts={capFor("text")}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
				tabIndex={0}
				lang={speech.language}
				style={{ fontSize: `${SIZES[size] ?? 1}rem` }}
			>
				{paragraphs.map((paragraph, place) => (
					<p key={place}>
						{stretches(paragraph, glossary?.rows ?? [], from).map((stretch, at) =>
							stretch.term ? (
								<Marked key={at} text={stretch.text} term={stretch.term} into={into} />
							) : (
								stretch.text
							),
						)}
					</p>
				))}
			</section>
		</>
	);
}

/** A term that the glossary has, with its word in the booth's language. */
function Marked({ text, term, into }: { text: string; term: Term; into: string }) {
	const word = term[into];
	return (
		<mark class="booth-term" title={t(boothTexts).glossary.term}>
			{text}
			{word !== undefined && (
				<span class="booth-term-into" lang={into}>
					{" "}
					({word})
				</span>
			)}
		</mark>
	);
}

/** The glossary's own tag for a language. */
function languageIn(glossary: Glossary | null, language: string): string {
	return glossary?.languages.find((one) => primary(one) === primary(language)) ?? language;
}

function sizeRemembered(): number {
	const kept = Number(browserMemory()?.getItem(STORED) ?? 1);
	return Number.isInteger(kept) && kept >= 0 && kept < SIZES.length ? kept : 1;
}
