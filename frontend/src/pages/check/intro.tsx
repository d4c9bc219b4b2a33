import { useSignal } from "@preact/signals";
import { check, t } from "@/i18n";
import { Button } from "@/ui";
import type { CheckHere } from "@/wire/protocol";

const MAX_NAME_CHARS = 120;

/** What will happen, who gets to know of it, and the button that begins it. */
export function Intro({ here, onBegin }: { here: CheckHere; onBegin: (name: string) => void }) {
	const strings = t(check);
	const name = useSignal("");
	return (
		<form
			class="check-intro"
			onSubmit={(event) => {
				event.preventDefault();
				onBegin(name.value.trim());
			}}
		>
			<p class="check-lead">{strings.lead}</p>
			{here.name ? (
				<p>{strings.as(here.name)}</p>
			) : (
				<div class="check-name">
					<label for="check-name">{strings.name}</label>
					<input
						id="check-name"
						type="text"
						autocomplete="name"
						maxLength={MAX_NAME_CHARS}
						aria-describedby="check-name-note"
						value={name}
						onInput={({ currentTarget }) => {
							name.value = currentTarget.value;
						}}
					/>
					<p id="check-name-note" class="soft">
						{strings.nameNote}
					</p>
				</div>
			)}
			<p class="soft">{strings.told}</p>
			<div>
				<Button kind="primary" size="large" type="submit" onClick={() => undefined}>
					{strings.begin}
				</Button>
			</div>
		</form>
	);
}
