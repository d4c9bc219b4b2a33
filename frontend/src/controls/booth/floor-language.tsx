import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { boothSigns, ownName, t } from "@/i18n";
import type { Link } from "@/link";
import { languageOffer } from "@/state";
import { Button, plateOf, tellRefusal } from "@/ui";
import type { HasFloor, Meeting } from "@/wire/protocol";
import "./floor-language.css";

const OTHER = "…";
const TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** In which language somebody who has the floor speaks, and the correction of it. */
export function FloorLanguage({ link, meeting, floor }: { link: Link; meeting: Meeting; floor: HasFloor }) {
	const id = useId();
	const asking = useSignal(false);
	const strings = t(boothSigns);
	const seat = meeting.seats[floor.seat];
	const name = seat ? plateOf(seat).head : floor.seat;
	const set = async (language: string): Promise<void> => {
		asking.value = false;
		tellRefusal(await link.ask(languageOffer(floor, language).command));
	};
	return (
		<div class="floor-language">
			<label for={id} class="visually-hidden">
				{strings.floorLanguage(name)}
			</label>
			<select
				id={id}
				value={asking.value ? OTHER : floor.language}
				onChange={({ currentTarget }) => {
					const { value } = currentTarget;
					if (value === OTHER) asking.value = true;
					else void set(value);
				}}
			>
				{languagesFor(meeting, floor.language).map((language) => (
					<option key={language} value={language} lang={language}>
						{ownName(language)}
					</option>
				))}
				<option value={OTHER}>{strings.otherLanguage}</option>
			</select>
			{asking.value && (
				<Other
					onSet={(language) => void set(language)}
					onEnd={() => {
						asking.value = false;
					}}
				/>
			)}
		</div>
	);
}

/** Any other language, by its tag. */
function Other({ onSet, onEnd }: { onSet: (language: string) => void; onEnd: () => void }) {
	const id = useId();
	const field = useRef<HTMLInputElement>(null);
	const wrong = useSignal(false);
	const strings = t(boothSigns);
	useEffect(() => field.current?.focus(), []);
	return (
		<form
			class="floor-language-other"
			onSubmit={(event) => {
				event.preventDefault();
				const tag = field.current?.value.trim() ?? "";
				if (TAG.test(tag) && tag.length <= 35) onSet(tag);
				else wrong.value = true;
			}}
			onKeyDown={(event) => {
				if (event.key !== "Escape") return;
				event.stopPropagation();
				onEnd();
			}}
		>
			<label for={id}>{strings.otherLanguageTag}</label>
			<input ref={field} id={id} type="text" maxlength={35} spellcheck={false} aria-invalid={wrong.value} />
			<Button type="submit" onClick={() => undefined}>
				{strings.set}
			</Button>
			<p role="alert">{wrong.value && strings.notALanguage}</p>
		</form>
	);
}

/** The languages of the meeting and of its speakers, and the one that is spoken. */
function languagesFor(meeting: Meeting, now: string): string[] {
	const spoken = Object.values(meeting.seats)
		.filter(({ role }) => role === "speaker" || role === "chair")
		.map(({ language }) => language);
	return [...new Set([...meeting.languages, ...spoken, now])];
}
