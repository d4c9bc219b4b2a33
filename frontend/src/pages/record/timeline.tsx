import { clock, record as dictionary, t } from "@/i18n";
import type { ArchiveContents } from "@/wire/protocol";
import type { Playing } from "./playing";
import { letterOf, nameOf, toneOf } from "./speakers";

/** How far an arrow key goes, in ms. */
const STEP_MS = 5_000;

/** The video's length as a bar, coloured by who had the floor, and the place in it. */
export function Timeline({ contents, playing }: { contents: ArchiveContents; playing: Playing }) {
	const strings = t(dictionary);
	const { duration, turns, chapters, seats } = contents;
	const at = Math.min(playing.at.value, duration);
	const part = (ms: number) => `${(100 * ms) / Math.max(1, duration)}%`;
	return (
		<div class="record-timeline">
			<div class="record-turns" aria-hidden="true">
				{turns.map((turn) => (
					<span
						key={`${turn.seat}-${turn.at}`}
						class="record-turn"
						data-tone={toneOf(contents, turn.seat)}
						title={nameOf(seats, turn.seat)}
						style={{ insetInlineStart: part(turn.at), inlineSize: part(turn.until - turn.at) }}
					>
						{letterOf(contents, turn.seat)}
					</span>
				))}
				{chapters.map((chapter) => (
					<span key={chapter.at} class="record-mark" style={{ insetInlineStart: part(chapter.at) }} />
				))}
			</div>
			<input
				type="range"
				class="record-seek"
				aria-label={strings.position}
				aria-valuetext={strings.of(clock(at), clock(duration))}
				min={0}
				max={duration}
				step={STEP_MS / 5}
				value={at}
				onInput={(event) => playing.goTo(Number(event.currentTarget.value))}
				onKeyDown={(event) => {
					const way = { ArrowLeft: -STEP_MS, ArrowRight: STEP_MS, PageDown: -60_000, PageUp: 60_000 }[
						event.key
					];
					if (way === undefined) return;
					event.preventDefault();
					playing.goTo(Math.max(0, Math.min(duration, at + way)));
				}}
			/>
			<p class="record-clock tabular">
				{clock(at)} <span class="soft">/ {clock(duration)}</span>
			</p>
		</div>
	);
}
