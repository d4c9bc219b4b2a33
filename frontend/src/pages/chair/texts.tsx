import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { SpeechPanel } from "@/controls";
import { speech, t } from "@/i18n";
import type { Role } from "@/wire/protocol";
import type { PartProps } from "./model";

/** Who has something to say, the likeliest first. */
const SPEAKING: readonly Role[] = ["speaker", "chair", "participant"];

/** The texts that the booths have before them, and where the organiser gives one. Nothing without booths. */
export function Texts({ model, meeting, view }: PartProps) {
	const strings = t(speech);
	const id = useId();
	const seats = SPEAKING.flatMap((role) =>
		Object.keys(meeting.seats).filter((key) => meeting.seats[key]?.role === role),
	);
	const chosen = useSignal(seats[0]);
	const open = useSignal(false);
	const seat = chosen.value === undefined ? undefined : meeting.seats[chosen.value];
	const given = view.speeches ?? {};
	if (seat === undefined || chosen.value === undefined || Object.keys(view.booths).length === 0) return null;
	return (
		<details
			class="chair-panel chair-texts"
			onToggle={({ currentTarget }) => {
				open.value = currentTarget.open;
			}}
		>
			<summary>{strings.texts(Object.keys(given).length)}</summary>
			{open.value && (
				<div class="chair-texts-open">
					<p class="soft">{strings.textsNote}</p>
					<div class="chair-texts-whose">
						<label for={id}>{strings.whose}</label>
						<select
							id={id}
							value={chosen.value}
							onChange={({ currentTarget }) => {
								chosen.value = currentTarget.value;
							}}
						>
							{seats.map((key) => (
								<option key={key} value={key}>
									{key in given ? strings.hasGiven(model.name(key)) : model.name(key)}
								</option>
							))}
						</select>
					</div>
					<SpeechPanel
						key={`${chosen.value}`}
						seat={chosen.value}
						version={given[chosen.value] ?? 0}
						language={seat.language}
						languages={meeting.languages}
					/>
				</div>
			)}
		</details>
	);
}
