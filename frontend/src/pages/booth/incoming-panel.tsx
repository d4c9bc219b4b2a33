import { useId } from "preact/hooks";
import { boothSound, languageName, media, ownTitle, t } from "@/i18n";
import { canPlay, FLAT, TONE, type Tone } from "@/media";
import { Button, icons, Meter } from "@/ui";
import type { View } from "@/wire/protocol";
import { primary } from "./booth-state";
import { floorLanguages, otherBooths, type Source } from "./incoming";
import { capFor } from "./keys";
import type { BoothModel } from "./model";
import type { PanelProps } from "./props";

const able = canPlay();

/** What comes in: the original or another booth, and how it sounds. */
export function IncomingPanel({ model, meeting, view }: PanelProps) {
	const strings = t(boothSound).incoming;
	return (
		<section class="panel booth-incoming" aria-labelledby="booth-incoming-title">
			<h2 id="booth-incoming-title">{strings.title}</h2>
			{!able.ok && <p role="alert">{t(media).cannotPlay[able.missing]}</p>}
			{model.player.blocked.value && (
				<Button
					kind="primary"
					size="large"
					class="booth-wide"
					icon={icons.sound}
					onClick={() => void model.player.unlock()}
				>
					{strings.unlock}
				</Button>
			)}
			<Sources model={model} view={view} />
			<Hears model={model} meeting={meeting} />
			<div class="booth-level">
				<Meter level={model.sound.level} label={strings.level} />
				<Limited model={model} />
			</div>
			<div class="booth-tone">
				<Slider model={model} what="volume" />
				<Slider model={model} what="bass" />
				<Slider model={model} what="treble" />
				<Button
					onClick={() => {
						model.sound.tone.value = FLAT;
					}}
				>
					{strings.flat}
				</Button>
			</div>
			<Preselect model={model} languages={floorLanguages(meeting.languages, model.booth.value)} view={view} />
		</section>
	);
}

/** The original and each other booth, with its key. */
function Sources({ model, view }: { model: BoothModel; view: View }) {
	const strings = t(boothSound).incoming;
	const sources: Source[] = [null, ...otherBooths(view, model.booth.value)];
	return (
		<fieldset class="booth-sources">
			<legend class="visually-hidden">{strings.title}</legend>
			{sources.map((source, place) => (
				<Button
					key={source}
					size="large"
					pressed={model.source === source}
					{...(place < 9 ? { shortcut: String(place + 1) } : {})}
					onClick={() => model.listenTo(source)}
				>
					{source === null ? (
						strings.original
					) : (
						<span class="booth-source">
							<span lang={source}>{ownTitle(source)}</span>
							<small>{view.booths[source]?.live === undefined ? strings.nobody : strings.liveNow}</small>
						</span>
					)}
				</Button>
			))}
		</fieldset>
	);
}

/** What is heard, in words: the original comes by itself where a booth has nothing to give. */
function Hears({ model, meeting }: Pick<PanelProps, "model" | "meeting">) {
	const strings = t(boothSound).incoming;
	const { booth, what } = model.player.channel.heard.value;
	const words =
		booth === null || what === "original" ? strings.hears.original : strings.hears[what](languageName(booth));
	const floor = model.floorLanguage;
	const understood = meeting.seats[model.me]?.out_of ?? [];
	const foreign =
		floor !== null &&
		model.source === null &&
		understood.length > 0 &&
		![...understood, model.booth.value].some((language) => primary(language) === primary(floor));
	return (
		<div class="booth-hears">
			<p role="status" data-heard={what}>
				{words}
			</p>
			{foreign && <p class="booth-hint">{strings.notMine(languageName(floor))}</p>}
			{model.source !== null && <p class="soft">{strings.pivotTold}</p>}
			<p role="status">{model.player.status.value === "lost" && strings.mediaLost}</p>
		</div>
	);
}

/** How far the limiter holds the sound down: in sight only, as it changes ten times a second. */
function Limited({ model }: { model: BoothModel }) {
	const decibels = Math.round(model.sound.reduced.value);
	return (
		<p class="booth-limited tabular" data-active={decibels > 0} aria-hidden="true">
			{t(boothSound).incoming.limited(decibels)}
		</p>
	);
}

function Slider({ model, what }: { model: BoothModel; what: keyof Tone }) {
	const id = useId();
	const strings = t(boothSound).incoming;
	const { least, most, step } = TONE[what];
	const value = model.sound.tone.value[what];
	const words = strings.decibels(`${value > 0 ? "+" : ""}${value}`);
	return (
		<div class="booth-slider">
			<label for={id}>
				{strings[what]}
				{what === "volume" && (
					<span class="button-key" aria-hidden="true">
						{capFor("softer")} {capFor("louder")}
					</span>
				)}
			</label>
			<input
				id={id}
				type="range"
				min={least}
				max={most}
				step={step}
				value={value}
				aria-valuetext={words}
				onInput={({ currentTarget }) => {
					model.sound.tone.value = { ...model.sound.tone.peek(), [what]: currentTarget.valueAsNumber };
				}}
			/>
			<output for={id} class="tabular">
				{words}
			</output>
		</div>
	);
}

/** What is listened to by itself, by the language of the floor. */
function Preselect({
	model,
	view,
	languages,
}: {
	model: BoothModel;
	view: View;
	languages: readonly string[];
}) {
	const strings = t(boothSound).incoming;
	const booths = otherBooths(view, model.booth.value);
	if (booths.length === 0 || languages.length === 0) return null;
	return (
		<details class="booth-details">
			<summary>{strings.preselect}</summary>
			<div class="booth-step">
				<p class="soft">{strings.preselectNote}</p>
				{languages.map((language) => (
					<label key={language} class="booth-preselect">
						{strings.whenFloor(languageName(language))}
						<select
							value={model.preselection.value[primary(language)] ?? ""}
							onChange={({ currentTarget: { value } }) =>
								model.preselect(language, value === "" ? null : value)
							}
						>
							<option value="">{strings.original}</option>
							{booths
								.filter((booth) => primary(booth) !== primary(language))
								.map((booth) => (
									<option key={booth} value={booth} lang={booth}>
										{ownTitle(booth)}
									</option>
								))}
						</select>
					</label>
				))}
			</div>
		</details>
	);
}
