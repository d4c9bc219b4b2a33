import { record as dictionary, t } from "@/i18n";
import { toast } from "@/ui";
import type { ArchiveContents } from "@/wire/protocol";
import { openTo } from "./contents";

const CHOICES = ["nobody", "seats", "public"] as const;

/** Whom the organiser opens the record to. */
export function Readers({ contents }: { contents: ArchiveContents }) {
	const strings = t(dictionary);
	const now = contents.readers ?? "nobody";
	const choose = async (choice: (typeof CHOICES)[number]) => {
		if (!(await openTo(choice === "nobody" ? null : choice))) toast({ text: strings.readersFailed });
	};
	return (
		<fieldset class="record-part record-readers">
			<legend>
				<h2>{strings.readers}</h2>
			</legend>
			<p class="soft">{strings.readersNote}</p>
			{CHOICES.map((choice) => (
				<label key={choice}>
					<input type="radio" name="readers" checked={choice === now} onChange={() => void choose(choice)} />
					{strings.readersOf[choice]}
				</label>
			))}
		</fieldset>
	);
}
