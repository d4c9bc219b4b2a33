import { useId } from "preact/hooks";
import { ownName, speech as strings, t } from "@/i18n";

export interface SpeechMarksProps {
	marks: { language: string; embargo: boolean; check: boolean };
	choices: readonly string[];
	onLanguage: (language: string) => void;
	onEmbargo: (embargo: boolean) => void;
	onCheck: (check: boolean) => void;
}

/** What goes with a text: its language, and the two marks. */
export function SpeechMarks({ marks, choices, onLanguage, onEmbargo, onCheck }: SpeechMarksProps) {
	const words = t(strings);
	const id = useId();
	return (
		<div class="speech-marks">
			<div class="speech-language">
				<label for={id}>{words.language}</label>
				<select
					id={id}
					value={marks.language}
					onChange={({ currentTarget }) => onLanguage(currentTarget.value)}
				>
					{choices.map((code) => (
						<option key={code} value={code} lang={code}>
							{ownName(code)}
						</option>
					))}
				</select>
			</div>
			<SpeechMark label={words.embargo} note={words.embargoNote} on={marks.embargo} onChange={onEmbargo} />
			<SpeechMark label={words.check} note={words.checkNote} on={marks.check} onChange={onCheck} />
		</div>
	);
}

interface SpeechMarkProps {
	label: string;
	note: string;
	on: boolean;
	onChange: (on: boolean) => void;
}

function SpeechMark({ label, note, on, onChange }: SpeechMarkProps) {
	const id = useId();
	return (
		<div class="speech-mark">
			<label>
				<input
					type="checkbox"
					checked={on}
					aria-describedby={id}
					onChange={({ currentTarget }) => onChange(currentTarget.checked)}
				/>
				{label}
			</label>
			<p id={id} class="soft">
				{note}
			</p>
		</div>
	);
}
