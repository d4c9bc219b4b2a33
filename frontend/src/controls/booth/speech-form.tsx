import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { speech as strings, t } from "@/i18n";
import type { SpeechText } from "@/state";
import { Button } from "@/ui";
import type { Speech } from "@/wire/protocol";
import { SpeechMarks } from "./speech-marks";

export interface SpeechFormProps {
	text: SpeechText;
	/** The initial content of the form. */
	draft: Speech | null;
	/** The language that the seat speaks. */
	language: string;
	choices: readonly string[];
	/** Called when the server has stored the text. */
	onDone: () => void;
	/** Cancels a replacement; null where there is no text yet. */
	onCancel: (() => void) | null;
}

/** Where a text is pasted or a file chosen. What was typed stays until the server has it. */
export function SpeechForm({ text, draft, language, choices, onDone, onCancel }: SpeechFormProps) {
	const words = t(strings);
	const id = useId();
	const typed = useSignal(draft?.text ?? "");
	const file = useSignal<File | null>(null);
	const marks = useSignal({
		language: draft?.language ?? language,
		embargo: draft?.embargo ?? false,
		check: draft?.check ?? false,
	});
	const input = useRef<HTMLInputElement>(null);
	const chosen = file.value;
	const empty = chosen === null && typed.value.trim() === "";
	let unavailable: string | undefined;
	if (text.saving.value) unavailable = words.saving;
	else if (empty) unavailable = words.nothingToGive;

	const give = async (): Promise<void> => {
		const name = file.peek()?.name ?? "";
		if (await text.give(file.peek() ?? typed.peek(), { name, ...marks.peek() })) onDone();
	};

	const leaveOut = (): void => {
		file.value = null;
		if (input.current) input.current.value = "";
	};

	return (
		<form
			class="speech-form"
			onSubmit={(event) => {
				event.preventDefault();
				if (unavailable === undefined) void give();
			}}
		>
			{chosen === null ? (
				<div class="speech-field">
					<label for={`${id}-text`}>{words.text}</label>
					<textarea
						id={`${id}-text`}
						rows={6}
						lang={marks.value.language}
						value={typed.value}
						onInput={({ currentTarget }) => {
							typed.value = currentTarget.value;
						}}
					/>
				</div>
			) : (
				<div class="speech-chosen">
					<p role="status">{words.chosen(chosen.name)}</p>
					<Button onClick={leaveOut}>{words.dropFile}</Button>
				</div>
			)}
			<div class="speech-field">
				<label for={`${id}-file`}>{words.file}</label>
				<input
					ref={input}
					id={`${id}-file`}
					type="file"
					accept=".txt,.md,.docx,text/plain,text/markdown,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
					aria-describedby={`${id}-note`}
					onChange={({ currentTarget }) => {
						file.value = currentTarget.files?.[0] ?? null;
					}}
				/>
				<p id={`${id}-note`} class="soft">
					{words.fileNote}
				</p>
			</div>
			<SpeechMarks
				marks={marks.value}
				choices={choices}
				onLanguage={(chosenLanguage) => {
					marks.value = { ...marks.value, language: chosenLanguage };
				}}
				onEmbargo={(embargo) => {
					marks.value = { ...marks.value, embargo };
				}}
				onCheck={(check) => {
					marks.value = { ...marks.value, check };
				}}
			/>
			<div class="speech-acts">
				<Button kind="primary" type="submit" unavailable={unavailable} onClick={() => {}}>
					{text.saving.value ? words.saving : words.give}
				</Button>
				{onCancel && <Button onClick={onCancel}>{words.cancel}</Button>}
			</div>
		</form>
	);
}
