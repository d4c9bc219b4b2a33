import { useId } from "preact/hooks";
import { channel as dictionary, languageName, ownTitle, percent, t } from "@/i18n";
import type { Link } from "@/link";
import type { Player } from "@/media";
import { boothState, channels } from "@/state";
import { icons, tellRefusal } from "@/ui";
import type { View } from "@/wire/protocol";
import { MenuPanel } from "../menu-panel";

/**
 * What is listened to: the original, or a booth by its language's own name; and how softly the
 * original goes on under a booth. Nothing where the meeting has no booths.
 */
export function ChannelMenu({ link, player }: { link: Link; player: Player }) {
	const view = link.view.value;
	if (view === null || Object.keys(view.booths).length === 0) return null;
	const strings = t(dictionary);
	const { chosen } = player.channel;
	const now = chosen.value === null ? strings.original : ownTitle(chosen.value);
	return (
		<MenuPanel
			icon={icons.headphones}
			label={`${strings.listen}: ${now}`}
			panel={
				<>
					<Choices link={link} player={player} view={view} />
					<Softly player={player} />
				</>
			}
		>
			<span lang={chosen.value ?? undefined}>{now}</span>
		</MenuPanel>
	);
}

function Choices({ link, player, view }: { link: Link; player: Player; view: View }) {
	const strings = t(dictionary);
	const name = useId();
	const { chosen } = player.channel;
	const me = link.welcome.value?.seat ?? "";
	const choose = async (booth: string | null): Promise<void> => {
		tellRefusal(await player.channel.choose(booth));
	};
	return (
		<fieldset class="channel-choices">
			<legend>{strings.listen}</legend>
			{channels(view).map((booth) => {
				const state = booth === null ? null : boothState(view, booth, me);
				return (
					<label key={booth ?? ""} class="channel-choice" data-state={state ?? "original"}>
						<input
							type="radio"
							name={name}
							checked={chosen.value === booth}
							onChange={() => void choose(booth)}
						/>
						<span class="channel-name" lang={booth ?? undefined}>
							{booth === null ? strings.original : ownTitle(booth)}
						</span>
						<span class="channel-state">{state ? strings.state[state] : strings.originalNote}</span>
					</label>
				);
			})}
		</fieldset>
	);
}

function Softly({ player }: { player: Player }) {
	const strings = t(dictionary);
	const id = useId();
	const { softly } = player.channel;
	const said = softly.value === 0 ? strings.off : percent(softly.value * 100);
	return (
		<div class="channel-softly">
			<label for={id}>{strings.softly}</label>
			<output class="tabular" for={id}>
				{said}
			</output>
			<input
				id={id}
				type="range"
				min={0}
				max={0.5}
				step={0.05}
				value={softly.value}
				aria-valuetext={said}
				aria-describedby={`${id}-note`}
				onInput={({ currentTarget }) => {
					softly.value = currentTarget.valueAsNumber;
				}}
			/>
			<p id={`${id}-note`} class="soft">
				{strings.softlyNote}
			</p>
		</div>
	);
}

/** The languages of the booths in a sentence. */
export function boothNames(view: View): string {
	return Object.keys(view.booths).map(languageName).join(", ");
}
