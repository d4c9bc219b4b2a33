import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { clock, record as dictionary, ownTitle, t } from "@/i18n";
import { Button } from "@/ui";
import type { ArchiveContents } from "@/wire/protocol";
import { base } from "./contents";
import type { Playing } from "./playing";
import { Timeline } from "./timeline";

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];

/** The video with its controls: what is heard, what is read under it, and where it is. */
export function Player({ contents, playing }: { contents: ArchiveContents; playing: Playing }) {
	const strings = t(dictionary);
	const frame = useRef<HTMLDivElement>(null);
	const captions = useSignal("");
	return (
		<section class="record-player" aria-label={strings.video}>
			<div class="record-stage" ref={frame}>
				<Video contents={contents} playing={playing} captions={captions.value} />
			</div>
			<Timeline contents={contents} playing={playing} />
			<div class="record-controls">
				<Button kind="primary" onClick={() => playing.toggle()}>
					{playing.plays.value ? strings.pause : strings.play}
				</Button>
				{contents.sounds.length > 1 && (
					<Choice
						label={strings.language}
						value={playing.sound.value}
						onChange={(value) => playing.hear(value)}
					>
						{contents.sounds.map((channel) => (
							<option key={channel} value={channel} lang={channel === "original" ? undefined : channel}>
								{channel === "original" ? strings.original : ownTitle(channel)}
							</option>
						))}
					</Choice>
				)}
				{contents.captions.length > 0 && (
					<Choice
						label={strings.captions}
						value={captions.value}
						onChange={(value) => {
							captions.value = value;
						}}
					>
						<option value="">{strings.noCaptions}</option>
						{contents.captions.map((code) => (
							<option key={code} value={code} lang={code}>
								{ownTitle(code)}
							</option>
						))}
					</Choice>
				)}
				<Choice
					label={strings.speed}
					value={`${playing.speed.value}`}
					onChange={(value) => playing.go(Number(value))}
				>
					{SPEEDS.map((speed) => (
						<option key={speed} value={`${speed}`}>
							{strings.times(`${speed}`)}
						</option>
					))}
				</Choice>
				<label class="record-choice">
					<span>{strings.volume}</span>
					<input
						type="range"
						min={0}
						max={100}
						defaultValue="100"
						onInput={(event) => {
							playing.volume = Number(event.currentTarget.value) / 100;
						}}
					/>
				</label>
				<Button onClick={() => void frame.current?.requestFullscreen().catch(() => undefined)}>
					{strings.fullScreen}
				</Button>
			</div>
			{contents.chapters.length > 1 && (
				<details class="record-chapters">
					<summary>{strings.chapters}</summary>
					<ol>
						{contents.chapters.map(({ at, title }) => (
							<li key={at}>
								<button type="button" class="record-jump" onClick={() => playing.goTo(at, true)}>
									<span class="tabular soft">{clock(at)}</span> {title}
								</button>
							</li>
						))}
					</ol>
				</details>
			)}
		</section>
	);
}

interface VideoProps {
	contents: ArchiveContents;
	playing: Playing;
	captions: string;
}

function Video({ contents, playing, captions }: VideoProps) {
	const strings = t(dictionary);
	const element = useRef<HTMLVideoElement>(null);
	useEffect(() => {
		playing.attach(element.current);
		return () => playing.attach(null);
	}, [playing]);
	useEffect(() => {
		for (const track of element.current?.textTracks ?? []) {
			track.mode = track.language === captions ? "showing" : "disabled";
		}
	}, [captions]);
	return (
		// biome-ignore lint/a11y/useMediaCaption: the tracks are those that the record has
		<video
			ref={element}
			src={`${base}/video.mp4`}
			preload="metadata"
			playsInline
			aria-label={strings.video}
			onClick={() => playing.toggle()}
		>
			{contents.captions.map((code) => (
				<track
					key={code}
					kind="subtitles"
					srclang={code}
					label={ownTitle(code)}
					src={`${base}/captions-${code}.vtt`}
				/>
			))}
		</video>
	);
}

interface ChoiceProps {
	label: string;
	value: string;
	onChange: (value: string) => void;
	children: preact.ComponentChildren;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
	return (
		<label class="record-choice">
			<span>{label}</span>
			<select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
				{children}
			</select>
		</label>
	);
}
