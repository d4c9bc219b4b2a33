import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { communique as dictionary, hour, ownName, language as pageLanguage, t } from "@/i18n";
import { Button, ConfirmButton, toast } from "@/ui";
import type { CommuniqueDesk, CommuniqueText } from "@/wire/protocol";
import { type RecordDesk, sentence } from "./desk";
import { Preview, Remarks } from "./preview";
import { Exports } from "./verbatim";

const FORMATS = ["docx", "pdf", "html", "md"] as const;

/** The communiqué in one language after the other: edited beside what readers will see. */
export function CommuniqueTab({ desk }: { desk: RecordDesk }) {
	const strings = t(dictionary);
	const chosen = useSignal<string>(pageLanguage.peek());
	const id = useId();
	useEffect(() => chosen.subscribe((one) => void desk.readCommunique(one)), [chosen, desk]);
	const found = desk.communiques.value[chosen.value];
	return (
		<>
			<div class="record-field record-choice">
				<label for={id}>{strings.language}</label>
				<select
					id={id}
					class="record-input"
					value={chosen.value}
					onChange={(event) => {
						chosen.value = event.currentTarget.value;
					}}
				>
					{desk.record.value?.languages.map((one) => (
						<option key={one} value={one} lang={one}>
							{ownName(one)}
						</option>
					))}
				</select>
			</div>
			{found ? (
				<Editor key={found.language} desk={desk} found={found} />
			) : (
				<p class="soft">{strings.loading}</p>
			)}
		</>
	);
}

/** What was typed and is not saved, by language: it outlives a change of tab or language. */
const unsaved = new Map<string, CommuniqueText>();

function Editor({ desk, found }: { desk: RecordDesk; found: CommuniqueDesk }) {
	const strings = t(dictionary);
	const newest = found.versions[0];
	const kept: CommuniqueText = newest ?? found.draft;
	const text = useSignal<CommuniqueText>(unsaved.get(found.language) ?? kept);
	const ids = { headline: useId(), text: useId(), help: useId() };
	const changed = text.value.headline !== kept.headline || text.value.text !== kept.text;
	useEffect(() => {
		if (changed) unsaved.set(found.language, text.value);
		else unsaved.delete(found.language);
	});
	useEffect(() => {
		const ask = (event: BeforeUnloadEvent): void => {
			if (unsaved.size > 0) event.preventDefault();
		};
		addEventListener("beforeunload", ask);
		return () => removeEventListener("beforeunload", ask);
	}, []);

	const put = (next: CommuniqueText): void => {
		const before = text.value;
		text.value = { headline: next.headline, text: next.text };
		toast({
			text: strings.taken,
			action: {
				label: strings.undo,
				run: () => {
					text.value = before;
				},
			},
		});
	};
	const save = async (): Promise<void> => {
		const saved = await desk.saveCommunique(found.language, {
			after: newest?.version ?? 0,
			headline: text.value.headline,
			text: text.value.text,
		});
		if (!saved) {
			void desk.readCommunique(found.language); // so that the version saved meanwhile can be looked at
			return;
		}
		const [version] = saved.versions;
		if (version) text.value = { headline: version.headline, text: version.text };
		toast({ text: strings.saved });
	};
	return (
		<>
			<State desk={desk} found={found} changed={changed} />
			<Remarks
				desk={desk}
				title={strings.remarks}
				remarks={found.remarks.filter(({ code }) => !newest || code === "not_closed")}
			/>
			<Remarks desk={desk} title={strings.findings} remarks={found.findings} warning />
			<div class="record-side-by-side">
				<form
					class="record-editor"
					onSubmit={(event) => {
						event.preventDefault();
						if (changed || !newest) void save();
					}}
				>
					<div class="record-field">
						<label for={ids.headline}>{strings.headline}</label>
						<input
							id={ids.headline}
							class="record-input"
							lang={found.language}
							maxLength={300}
							value={text.value.headline}
							onInput={(event) => {
								text.value = { ...text.value, headline: event.currentTarget.value };
							}}
						/>
					</div>
					<div class="record-field">
						<label for={ids.text}>{strings.text}</label>
						<textarea
							id={ids.text}
							class="record-input record-text"
							lang={found.language}
							maxLength={60_000}
							aria-describedby={ids.help}
							value={text.value.text}
							onInput={(event) => {
								text.value = { ...text.value, text: event.currentTarget.value };
							}}
						/>
						<p id={ids.help} class="soft">
							{strings.textHelp}
						</p>
					</div>
					<div class="record-line-acts">
						<Button
							kind="primary"
							type="submit"
							unavailable={changed || !newest ? undefined : strings.nothingToSave}
							onClick={() => undefined}
						>
							{strings.save}
						</Button>
						<Publishing desk={desk} found={found} changed={changed} />
						{(newest || changed) && <Button onClick={() => put(found.draft)}>{strings.takeDraft}</Button>}
					</div>
					<Earlier found={found} timezone={desk.record.value?.meeting.timezone} onTake={put} />
					<Exports
						label={strings.exports}
						formats={FORMATS}
						href={(format) =>
							`${desk.base}/desk/communique/${found.language}/file.${format}${newest ? `?version=${newest.version}` : ""}`
						}
					/>
				</form>
				<Preview desk={desk} language={found.language} text={text.value} />
			</div>
		</>
	);
}

/** Which version this is, which one is public, and whether anything is not saved. */
function State({ desk, found, changed }: { desk: RecordDesk; found: CommuniqueDesk; changed: boolean }) {
	const strings = t(dictionary);
	const meeting = desk.record.value?.meeting;
	const [newest] = found.versions;
	return (
		<p class="record-state" role="status">
			<span>
				{newest ? strings.state(newest.version, hour(newest.at, meeting?.timezone)) : strings.draftOnly}
			</span>{" "}
			{found.published === undefined ? (
				<span class="soft">{strings.notPublished}</span>
			) : (
				<>
					<strong>{strings.publishedState(found.published)}</strong>{" "}
					<a href={`/m/${meeting?.slug}#communique`}>{strings.read}</a>
				</>
			)}{" "}
			{changed && newest && <span>{strings.unsaved}</span>}
		</p>
	);
}

function Publishing({ desk, found, changed }: { desk: RecordDesk; found: CommuniqueDesk; changed: boolean }) {
	const strings = t(dictionary);
	const [newest] = found.versions;
	const publish = async (version: number): Promise<void> => {
		const answer = await desk.publish(found.language, version);
		if (answer.ok) toast({ text: strings.published });
		else if (answer.code === "not_printable") {
			toast({ text: strings.notPrintable });
			void desk.readCommunique(found.language);
		} else toast({ text: sentence(answer) });
	};
	const unpublish = async (): Promise<void> => {
		if (await desk.unpublish(found.language)) toast({ text: strings.withdrawn });
	};
	return (
		<>
			{newest && !changed && newest.version !== found.published && (
				<ConfirmButton
					question={strings.publishQuestion}
					confirm={strings.publishConfirm}
					onClick={() => void publish(newest.version)}
				>
					{strings.publish}
				</ConfirmButton>
			)}
			{found.published !== undefined && (
				<ConfirmButton
					kind="danger"
					question={strings.withdrawQuestion}
					confirm={strings.withdraw}
					onClick={() => void unpublish()}
				>
					{strings.withdraw}
				</ConfirmButton>
			)}
		</>
	);
}

/** Versions before the newest: each can be put into the editor again. */
function Earlier(props: {
	found: CommuniqueDesk;
	timezone: string | undefined;
	onTake: (text: CommuniqueText) => void;
}) {
	const { found, timezone, onTake } = props;
	const strings = t(dictionary);
	if (found.versions.length < 2) return null;
	return (
		<details class="record-versions">
			<summary>{strings.versions}</summary>
			<ul>
				{found.versions.slice(1).map((one) => (
					<li key={one.version}>
						<Button class="record-small" onClick={() => onTake(one)}>
							{strings.version(one.version, hour(one.at, timezone))}
						</Button>{" "}
						<span lang={found.language}>{one.headline}</span>
					</li>
				))}
			</ul>
		</details>
	);
}
