import { CaptionsTrouble, CaptionsView, SelfView, SpeakPanel, StageView } from "@/controls";
import { chair, chairActs, t } from "@/i18n";
import { hasFloor, itemNow, offerOf, seatOffers, speakersNow } from "@/state";
import { Button, Clock, EmptyState, icons, Nameplate } from "@/ui";
import type { PartProps } from "./model";

/** The stage as the hall sees it, who has the floor under it, its sound, and the chair's own devices. */
export function Stage(props: PartProps) {
	const { model, meeting, view } = props;
	const strings = t(chair);
	const mySeat = model.link.welcome.value?.seat ?? "";
	const speaking = model.speaking.value || hasFloor(view, mySeat) !== undefined;
	const own = (source: "camera" | "screen") => {
		const track = model.publisher[source].value;
		return track ? <SelfView track={track} source={source} /> : undefined;
	};
	const sentence = {
		planned: strings.meeting.planned,
		open: strings.stage.empty,
		closed: strings.meeting.closed,
	};
	return (
		<section class="chair-stage" aria-labelledby="stage-title">
			<h2 id="stage-title" class="visually-hidden">
				{strings.parts.stage}
			</h2>
			<div class="chair-stage-picture-place">
				<StageView
					{...{ player: model.player, meeting, view, mySeat, own }}
					empty={<EmptyState title={sentence[view.phase]} tone="stage" />}
				/>
			</div>
			<OnFloor {...props} />
			<CaptionsTrouble view={view} />
			<CaptionsView link={model.link} meeting={meeting} view={view} offer={false} />
			{speaking && <Myself {...props} mySeat={mySeat} />}
		</section>
	);
}

/** Who has the floor, since when, and how the agenda item stands. */
function OnFloor({ model, meeting, view }: PartProps) {
	const speaking = speakersNow(meeting, view);
	const item = itemNow(meeting, view);
	const strings = t(chair).floor;
	return (
		<div class="chair-on-floor" data-several={speaking.length > 1 ? "" : undefined}>
			<p class="visually-hidden" role="status">
				{speaking.map(({ key }) => t(chairActs).give.done(model.name(key))).join(" ") || strings.nobody}
			</p>
			{speaking.length === 0 && <p class="chair-on-floor-nobody">{strings.nobody}</p>}
			{speaking.map(({ key, seat, microphone, since }, place) => (
				<div key={key} class="chair-on-floor-seat">
					<Nameplate seat={seat} size={speaking.length > 1 ? "small" : "plain"} air={microphone} />
					<p class="chair-on-floor-times">
						{!microphone && <strong>{strings.microphoneClosed}</strong>}
						<Clock now={model.now} from={since} counts={strings.holds} />
						{item && view.item_since !== undefined && place === speaking.length - 1 && (
							<Clock now={model.now} from={view.item_since} minutes={item.minutes} />
						)}
					</p>
					{!view.present[key] && <p class="chair-on-floor-absent">{strings.absent}</p>}
				</div>
			))}
		</div>
	);
}

/** The chair's own voice: devices, and the floor for itself. */
function Myself({ model, meeting, view, mySeat }: PartProps & { mySeat: string }) {
	const strings = t(chair).me;
	const { publisher } = model;
	const offer = offerOf(seatOffers(meeting, view, mySeat), "give", "take");
	if (!offer) return null;
	const holds = offer.action === "take";
	const give = async () => {
		// With the microphone first: the floor without it would be a silence.
		if (!publisher.microphone.value) await publisher.useMicrophone();
		await model.run(offer.command, t(chairActs).give.done(model.name(mySeat)));
	};
	const close = () => {
		model.speaking.value = false;
		for (const source of ["microphone", "camera", "screen"] as const) publisher.drop(source);
	};
	return (
		<section class="chair-panel chair-myself" aria-labelledby="myself-title">
			<div class="chair-panel-head">
				<h2 id="myself-title">{t(chair).parts.me}</h2>
				{!holds && <Button label={strings.close} icon={icons.close} onClick={close} />}
			</div>
			<SpeakPanel link={model.link} publisher={publisher} player={model.player} />
			{holds ? (
				<Button onClick={() => void model.run(offer.command)}>{strings.take}</Button>
			) : (
				<Button
					kind="primary"
					unavailable={offer.because === null ? undefined : t(chair).agenda.notOpen}
					onClick={() => void give()}
				>
					{strings.give}
				</Button>
			)}
		</section>
	);
}
