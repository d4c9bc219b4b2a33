import { useId } from "preact/hooks";
import { boothSound, languageName, media, ownTitle, t } from "@/i18n";
import type { CanPlay } from "@/media";
import { FLAT, TONE, type Tone } from "@/media/booth/tone";
import { Button, icons, Meter } from "@/ui";
import type { View } from "@/wire/protocol";
import type { PanelProps } from "./booth";
import { primary } from "./booth-state";
import type { BoothDesk } from "./desk";
import { floorLanguages, otherBooths, type Source } from "./incoming";
import { capFor } from "./keys";

/** What comes in: the original or another booth, and how it sounds. */
export function IncomingPanel({ desk, meeting, view, able }: PanelProps & { able: CanPlay }) {
	const strings = t(boothSound).incoming;
	return (
		<section class="panel booth-incoming" aria-labelledby="booth-incoming-title">
			<h2 id="booth-incoming-title">{strings.title}</h2>
			{!able.ok && <p role="alert">{t(media).cannotPlay[able.missing]}</p>}
			{desk.player.blocked.value && (
				<Button
					kind="primary"
					size="large"
					class="booth-wide"
					icon={icons.sound}
					onClick={() => void desk.player.unlock()}
				>
					{strings.unlock}
				</Button>
			)}
			<Sources desk={desk} view={view} />
			<Hears desk={desk} meeting={meeting} />
			<div class="booth-level">
				<Meter level={desk.sound.level} label={strings.level} />
				<Limited desk={desk} />
			</div>
			<div class="booth-tone">
				<Slider desk={desk} what="volume" />
				<Slider desk={desk} what="bass" />
				<Slider desk={desk} what="treble" />
				<Button
					onClick={() => {
						desk.sound.tone.value = FLAT;
					}}
				>
					{strings.flat}
				</Button>
			</div>
			<Preselect desk={desk} languages={floorLanguages(meeting.languages, desk.booth.value)} view={view} />
		</section>
	);
}

/** The original and each other booth, with its key. */
function Sources({ desk, view }: { desk: BoothDesk; view: View }) {
	const strings = t(boothSound).incoming;
	const sources: Source[] = [null, ...otherBooths(view, desk.booth.value)];
	return (
		<fieldset class="booth-sources">
			<legend class="visually-hidden">{strings.title}</legend>
			{sources.map((source, place) => (
				<Button
					key={source}
					size="large"
					pressed={desk.source === source}
					{...(place < 9 ? { shortcut: String(place + 1) } : {})}
					onClick={() => desk.listenTo(source)}
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
function Hears({ desk, meeting }: Pick<PanelProps, "desk" | "meeting">) {
	const strings = t(boothSound).incoming;
	const { booth, what } = desk.player.channel.heard.value;
	const words =
		booth === null || what === "original" ? strings.hears.original : strings.hears[what](languageName(booth));
	const floor = desk.floorLanguage;
	const understood = meeting.seats[desk.me]?.out_of ?? [];
	const foreign =
		floor !== null &&
		desk.source === null &&
		understood.length > 0 &&
		![...understood, desk.booth.value].some((language) => primary(language) === primary(floor));
	return (
		<div class="booth-hears">
			<p role="status" data-heard={what}>
				{words}
			</p>
			{foreign && <p class="booth-hint">{strings.notMine(languageName(floor))}</p>}
			{desk.source !== null && <p class="soft">{strings.pivotTold}</p>}
			<p role="status">{desk.player.status.value === "lost" && strings.mediaLost}</p>
		</div>
	);
}

/** How far the limiter holds the sound down: in sight only, as it changes ten times a second. */
function Limited({ desk }: { desk: BoothDesk }) {
	const decibels = Math.round(desk.sound.reduced.value);
	return (
		<p class="booth-limited tabular" data-active={decibels > 0} aria-hidden="true">
			{t(boothSound).incoming.limited(decibels)}
		</p>
	);
}

function Slider({ desk, what }: { desk: BoothDesk; what: keyof Tone }) {
	const id = useId();
	const strings = t(boothSound).incoming;
	const { least, most, step } = TONE[what];
	const value = desk.sound.tone.value[what];
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
					desk.sound.tone.value = { ...desk.sound.tone.peek(), [what]: currentTarget.valueAsNumber };
				}}
			/>
			<output for={id} class="tabular">
				{words}
			</output>
		</div>
	);
}

/** What is listened to by itself, by the language of the floor. */
function Preselect({ desk, view, languages }: { desk: BoothDesk; view: View; languages: readonly string[] }) {
	const strings = t(boothSound).incoming;
	const booths = otherBooths(view, desk.booth.value);
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
							value={desk.preselection.value[primary(language)] ?? ""}
							onChange={({ currentTarget: { value } }) =>
								desk.preselect(language, value === "" ? null : value)
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
