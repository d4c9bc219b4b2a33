import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { hour, speech as strings, t } from "@/i18n";
import { optionsOf, SpeechText } from "@/state";
import { Button, toast } from "@/ui";
import type { Speech } from "@/wire/protocol";
import { SpeechForm } from "./speech-form";
import { SpeechMarks } from "./speech-marks";
import "./speech.css";

export interface SpeechPanelProps {
	/** The seat that gives the text. */
	seat: string;
	/** The language that the seat speaks. */
	language: string;
	/** The meeting's languages. */
	languages: readonly string[];
	/** The version that there is, where the page is told of it: another's is then shown at once. */
	version?: number;
}

/** The text that a seat gives to the booths: given, read, replaced, taken back. */
export function SpeechPanel({ seat, language, languages, version }: SpeechPanelProps) {
	const text = useMemo(() => new SpeechText(seat), [seat]);
	const replacing = useSignal(false);
	/** A text that was taken back is put into the form again. */
	const draft = useSignal<Speech | null>(null);
	useEffect(() => {
		if (version === undefined || version !== (text.given.peek()?.version ?? 0) || !text.known.peek())
			void text.load();
	}, [text, version]);
	const given = text.given.value;
	const known = text.known.value;
	const trouble = text.trouble.value;
	const words = t(strings);
	const choices = [...new Set([given?.language ?? language, language, ...languages])];

	const takeBack = async (): Promise<void> => {
		const before = text.given.peek();
		draft.value = before;
		if (before === null || !(await text.takeBack())) return;
		const undo = () => {
			if (text.given.peek() === null) void text.give(before.text, optionsOf(before));
		};
		toast({ text: words.tookBack, action: { label: words.undo, run: undo }, seconds: 15 });
	};

	return (
		<div class="speech" data-testid="speech" data-given={given !== null}>
			{given !== null && !replacing.value ? (
				<Given
					text={text}
					given={given}
					choices={choices}
					onReplace={() => {
						replacing.value = true;
					}}
					onTakeBack={() => void takeBack()}
				/>
			) : (
				known && (
					<SpeechForm
						text={text}
						draft={given ?? draft.value}
						language={language}
						choices={choices}
						onDone={() => {
							replacing.value = false;
							draft.value = null;
						}}
						onCancel={
							given &&
							(() => {
								replacing.value = false;
							})
						}
					/>
				)
			)}
			<p class="speech-trouble" role="alert">
				{trouble && words.trouble[trouble]}
			</p>
			{!known && trouble && (
				<div class="speech-acts">
					<Button onClick={() => void text.load()}>{words.tryAgain}</Button>
				</div>
			)}
		</div>
	);
}

interface GivenProps {
	text: SpeechText;
	given: Speech;
	choices: readonly string[];
	onReplace: () => void;
	onTakeBack: () => void;
}

function Given({ text, given, choices, onReplace, onTakeBack }: GivenProps) {
	const words = t(strings);
	const number = given.text.split(/\s+/u).length;
	return (
		<>
			<p role="status">
				{text.saving.value ? words.saving : words.given(hour(given.at))}{" "}
				<span class="soft">{[given.name, words.words(number)].filter(Boolean).join(" · ")}</span>
			</p>
			<details class="speech-text">
				<summary>{words.read}</summary>
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
				<section lang={given.language} tabIndex={0} aria-label={words.read}>
					{given.text}
				</section>
			</details>
			<SpeechMarks
				marks={given}
				choices={choices}
				onLanguage={(language) => void text.mark({ language })}
				onEmbargo={(embargo) => void text.mark({ embargo })}
				onCheck={(check) => void text.mark({ check })}
			/>
			<div class="speech-acts">
				<Button onClick={onReplace}>{words.replace}</Button>
				<Button onClick={onTakeBack}>{words.takeBack}</Button>
			</div>
		</>
	);
}
