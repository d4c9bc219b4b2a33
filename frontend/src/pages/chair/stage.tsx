import { useId } from "preact/hooks";
import { t } from "@/i18n";
import { chair } from "@/i18n/chair";
import { chairActs } from "@/i18n/chair-acts";
import { canPlay, SelfView, SpeakPanel } from "@/media";
import { StageView } from "@/media/stage-view";
import { hasFloor, itemNow, speakersNow } from "@/state";
import { Button, Clock, EmptyState, icons, Nameplate } from "@/ui";
import type { Meeting, View } from "@/wire/protocol";
import type { Desk } from "./desk";

interface StageProps {
	desk: Desk;
	meeting: Meeting;
	view: View;
}

/** The stage as the hall sees it, who has the floor under it, its sound, and the chair's own devices. */
export function Stage(props: StageProps) {
	const { desk, meeting, view } = props;
	const strings = t(chair);
	const mySeat = desk.link.welcome.value?.seat ?? "";
	const own = (source: "camera" | "screen") => {
		const track = desk.publisher[source].value;
		return track ? <SelfView track={track} source={source} /> : undefined;
	};
	const sentence = {
		planned: strings.meeting.planned,
		open: strings.stage.empty,
		closed: strings.meeting.closed,
	};
	return (
		<section class="desk-stage" aria-labelledby="stage-title">
			<h2 id="stage-title" class="visually-hidden">
				{strings.parts.stage}
			</h2>
			<div class="desk-stage-picture-place">
				<StageView
					{...{ player: desk.player, meeting, view, mySeat, own }}
					empty={<EmptyState title={sentence[view.phase]} tone="stage" />}
				/>
			</div>
			<div class="desk-stage-under">
				<OnFloor {...props} />
				<Sound desk={desk} />
			</div>
			<Myself {...props} mySeat={mySeat} />
		</section>
	);
}

/** Who has the floor, since when, and how the agenda item stands. */
function OnFloor({ desk, meeting, view }: StageProps) {
	const speaking = speakersNow(meeting, view);
	const item = itemNow(meeting, view);
	const strings = t(chair).floor;
	return (
		<div class="desk-on-floor">
			<p class="visually-hidden" role="status">
				{speaking.map(({ key }) => t(chairActs).give.done(desk.name(key))).join(" ") || strings.nobody}
			</p>
			{speaking.length === 0 && <p class="desk-on-floor-nobody">{strings.nobody}</p>}
			{speaking.map(({ key, seat, microphone, since }) => (
				<div key={key} class="desk-on-floor-seat">
					<Nameplate seat={seat} air={microphone} />
					<p class="desk-on-floor-times">
						{!microphone && <strong>{strings.microphoneClosed}</strong>}
						{!view.present[key] && <strong>{strings.absent}</strong>}
						<Clock now={desk.now} from={since} counts={strings.holds} />
						{item && view.item_since !== undefined && (
							<Clock now={desk.now} from={view.item_since} minutes={item.minutes} />
						)}
					</p>
				</div>
			))}
		</div>
	);
}

/** The sound of the stage on this page: no business of anybody else's. */
function Sound({ desk }: { desk: Desk }) {
	const { player } = desk;
	const strings = t(chair).stage;
	const id = useId();
	const able = canPlay();
	if (!able.ok) return <p class="desk-stage-unable">{strings.unable}</p>;
	if (player.blocked.value) {
		return (
			<Button kind="primary" icon={icons.sound} onClick={() => void player.unlock()}>
				{strings.unlock}
			</Button>
		);
	}
	const muted = player.muted.value;
	return (
		<div class="desk-stage-sound">
			<Button
				pressed={!muted}
				label={strings.sound}
				icon={muted ? icons.muted : icons.sound}
				onClick={() => {
					player.muted.value = !muted;
				}}
			/>
			<label class="visually-hidden" for={id}>
				{strings.volume}
			</label>
			<input
				id={id}
				type="range"
				min={0}
				max={1}
				step={0.05}
				value={player.volume.value}
				onInput={(event) => {
					player.volume.value = event.currentTarget.valueAsNumber;
				}}
			/>
		</div>
	);
}

/** The chair's own voice: devices, and the floor for itself. */
function Myself({ desk, view, mySeat }: StageProps & { mySeat: string }) {
	const strings = t(chair).me;
	const { publisher } = desk;
	const holds = hasFloor(view, mySeat) !== undefined;
	const open = desk.speaking.value || holds;
	const give = async () => {
		// With the microphone first: the floor without it would be a silence.
		if (!publisher.microphone.value) await publisher.useMicrophone();
		await desk.run({ type: "floor.give", seat: mySeat }, t(chairActs).give.done(desk.name(mySeat)));
	};
	const close = () => {
		desk.speaking.value = false;
		for (const source of ["microphone", "camera", "screen"] as const) publisher.drop(source);
	};
	if (!open) {
		return (
			<Button
				class="desk-myself-open"
				onClick={() => {
					desk.speaking.value = true;
				}}
			>
				{strings.open}
			</Button>
		);
	}
	return (
		<section class="desk-panel desk-myself" aria-labelledby="myself-title">
			<div class="desk-panel-head">
				<h2 id="myself-title">{t(chair).parts.me}</h2>
				{!holds && <Button label={strings.close} icon={icons.close} onClick={close} />}
			</div>
			<SpeakPanel link={desk.link} publisher={publisher} />
			{holds ? (
				<Button onClick={() => void desk.run({ type: "floor.take", seat: mySeat })}>{strings.take}</Button>
			) : (
				<Button
					kind="primary"
					unavailable={view.phase === "open" ? undefined : t(chair).agenda.notOpen}
					onClick={() => void give()}
				>
					{strings.give}
				</Button>
			)}
		</section>
	);
}
