import { type ReadonlySignal, signal, useComputed } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { FloorLanguage } from "@/controls";
import { chairBooths, languageName, ownTitle, t } from "@/i18n";
import { type Offer, stopOffer } from "@/state";
import { Button, Clock, ConfirmButton, Meter, OnAir } from "@/ui";
import { BoothTroubles, type Trouble } from "./booth-trouble";
import type { ChairModel, PartProps } from "./model";
import { Presence } from "./speakers";
import "./booths.css";

/** The booths: who is live in each, how loud, who listens, what is wrong. Nothing in a meeting without booths. */
export function Booths(props: PartProps) {
	const { model, meeting, view } = props;
	const strings = t(chairBooths);
	const booths = Object.keys(view.booths);
	const isMeasured = model.player.level.value !== "sound";
	useMetered(model, booths, isMeasured);
	const troubles = useTroubles(model);
	const listening = model.player.channel.alone.value;
	if (booths.length === 0) return null;
	return (
		<section class="chair-panel chair-booths" aria-labelledby="booths-title">
			<h2 id="booths-title" tabIndex={-1}>
				{strings.title}
			</h2>
			<p class="chair-booths-listening" role="status">
				{listening !== null && <span>{strings.listening(languageName(listening))}</span>}
				{listening !== null && (
					<Button
						onClick={() => {
							model.player.channel.alone.value = null;
						}}
					>
						{strings.listenOut}
					</Button>
				)}
			</p>
			{view.floor.length > 0 && (
				<div class="chair-booths-floor">
					<h3>{strings.floor}</h3>
					<ul>
						{view.floor.map((floor) => (
							<li key={floor.seat}>
								<span>{model.name(floor.seat)}</span>
								<FloorLanguage link={model.link} meeting={meeting} floor={floor} />
							</li>
						))}
					</ul>
				</div>
			)}
			<ul class="chair-booths-list">
				{booths.map((booth) => (
					<Booth key={booth} {...props} booth={booth} troubles={troubles} />
				))}
			</ul>
			{!isMeasured && <p class="soft">{strings.unmeasured}</p>}
			<p class="visually-hidden" role="status">
				{Object.entries(troubles.value)
					.map(([booth, trouble]) => strings.troubleIn(languageName(booth), strings.trouble[trouble]))
					.join(" ")}
			</p>
		</section>
	);
}

type Troubles = ReadonlySignal<Readonly<Record<string, Trouble>>>;

function Booth({ model, view, booth, troubles }: PartProps & { booth: string; troubles: Troubles }) {
	const strings = t(chairBooths);
	const state = view.booths[booth];
	const trouble = troubles.value[booth];
	if (state === undefined) return null;
	const { live, since, pivot, asked } = state;
	const stop = stopOffer(view, booth);
	const others = state.interpreters.filter((seat) => seat !== live);
	return (
		<li class="chair-booth" data-booth={booth} data-trouble={trouble}>
			<div class="chair-booth-head">
				<h3 lang={booth}>{ownTitle(booth)}</h3>
				<span class="tabular">{strings.listeners(view.listeners?.[booth] ?? 0)}</span>
			</div>
			<div class="chair-booth-live">
				{live === undefined ? (
					<span class="soft">{strings.nobody}</span>
				) : (
					<>
						<span class="chair-booth-name">{model.name(live)}</span>
						<OnAir />
						{since !== undefined && <Clock now={model.now} from={since} />}
						<Level model={model} seat={live} label={strings.level(languageName(booth))} />
					</>
				)}
			</div>
			<p class="chair-booth-notes">
				<span>{pivot === undefined ? strings.fromOriginal : strings.fromBooth(languageName(pivot))}</span>
				{live !== undefined && view.held?.[live] && <strong>{strings.held}</strong>}
				{asked !== undefined && <strong>{strings.asked}</strong>}
			</p>
			{others.length > 0 && (
				<ul class="chair-booth-others">
					{others.map((seat) => (
						<li key={seat}>
							{model.name(seat)} <Presence view={view} seat={seat} />
						</li>
					))}
				</ul>
			)}
			{trouble && <p class="chair-booth-trouble">{strings.trouble[trouble]}</p>}
			{stop && <LiveControls model={model} booth={booth} stop={stop} />}
		</li>
	);
}

/** What the chair can do with a booth in which somebody is live: listen in, and stop it. */
function LiveControls({ model, booth, stop }: { model: ChairModel; booth: string; stop: Offer }) {
	const strings = t(chairBooths);
	const { alone } = model.player.channel;
	const name = languageName(booth);
	return (
		<div class="chair-booth-acts">
			<Button
				label={strings.listenIn.full(name)}
				pressed={alone.value === booth}
				onClick={() => {
					alone.value = alone.value === booth ? null : booth;
				}}
			>
				{strings.listenIn.short}
			</Button>
			<ConfirmButton
				kind="danger"
				label={strings.stop.full(name)}
				question={strings.stop.question(name)}
				confirm={strings.stopConfirm}
				onClick={() => void model.run(stop.command, strings.stop.done)}
			>
				{strings.stop.short}
			</ConfirmButton>
		</div>
	);
}

function Level({ model, seat, label }: { model: ChairModel; seat: string; label: string }) {
	const level = useComputed(() => model.player.levels.value[seat] ?? 0);
	return <Meter level={level} label={label} />;
}

/** Takes the booths' sound unheard, to measure it, for as long as the panel is there. */
function useMetered(model: ChairModel, booths: readonly string[], wanted: boolean): void {
	const { metered } = model.player.channel;
	const names = booths.join(" ");
	useEffect(() => {
		metered.value = wanted && names !== "" ? names.split(" ") : [];
		return () => {
			metered.value = [];
		};
	}, [metered, names, wanted]);
}

/** Follows what is wrong in the booths. */
function useTroubles(model: ChairModel): Troubles {
	const [troubles] = useState(() => signal<Readonly<Record<string, Trouble>>>({}));
	useEffect(() => {
		const booths = new BoothTroubles();
		const look = () => {
			const view = model.link.view.peek();
			if (view === null) return;
			const mine = model.link.welcome.peek()?.seat;
			const levels = model.player.levels.peek();
			const found = booths.look(performance.now(), view, (seat) =>
				seat === mine ? model.publisher.level.peek() : levels[seat],
			);
			if (JSON.stringify(found) !== JSON.stringify(troubles.peek())) troubles.value = found;
			// Nobody is left alone with the silence of a booth that was stopped.
			const { alone } = model.player.channel;
			const listening = alone.peek();
			if (listening !== null && view.booths[listening]?.live === undefined) alone.value = null;
		};
		const timer = setInterval(look, LOOK_INTERVAL_MS);
		return () => clearInterval(timer);
	}, [model, troubles]);
	return troubles;
}

const LOOK_INTERVAL_MS = 200;
