import { useEffect, useRef } from "preact/hooks";
import { DeviceSelect, FailureNotice, LoudspeakerSelect } from "@/controls";
import { boothSound, booth as dictionary, languageName, media, ownTitle, t } from "@/i18n";
import { Button, Meter, SourceIcon } from "@/ui";
import type { BoothState } from "./booth-state";
import { capFor } from "./keys";
import type { BoothModel } from "./model";
import type { PanelProps } from "./props";

/** How long one's own voice is taken to be heard, in seconds. */
const TRIAL_S = 3;

/** What goes out: the microphone, the great button, the cough button, mute and slow-down. */
export function OutgoingPanel({ model, view }: PanelProps) {
	const { state } = model;
	const strings = t(boothSound).outgoing;
	const on = model.publisher.microphone.value !== null;
	return (
		<section class="panel booth-outgoing" aria-labelledby="booth-outgoing-title">
			<h2 id="booth-outgoing-title">{strings.title(ownTitle(model.booth.value))}</h2>
			{on ? (
				<Meter level={model.publisher.level} label={t(media).level} />
			) : (
				<div class="booth-step">
					<Button
						kind="primary"
						size="large"
						class="booth-wide"
						icon={<SourceIcon source="microphone" off />}
						onClick={() => void model.useMicrophone()}
					>
						{strings.turnOn}
					</Button>
					<p class="soft">{strings.turnOnNote}</p>
				</div>
			)}
			<FailureNotice publisher={model.publisher} />
			{state && <GreatButton model={model} state={state} />}
			{state?.said === "partner" && <p class="soft">{t(dictionary).takeOverNote}</p>}
			{on && <CoughButton model={model} />}
			<div class="booth-row">
				{on && <MuteButton model={model} />}
				<SlowButton model={model} asked={view.slow?.[model.booth.value] !== undefined} />
			</div>
			{on && <Trial model={model} />}
			<Devices model={model} on={on} />
		</section>
	);
}

function GreatButton({ model, state }: { model: BoothModel; state: BoothState }) {
	const strings = t(dictionary);
	let words: string = strings.act[state.action];
	if (state.said === "partnerGone") words = strings.act.takeGone;
	else if (state.action === "take" && state.liveIn !== null)
		words = strings.act.takeLeaving(languageName(state.liveIn));
	const kind = state.action === "leave" ? "danger" : state.said === "partner" ? "quiet" : "primary";
	return (
		<Button
			kind={kind}
			size="large"
			class="booth-wide booth-great"
			shortcut={capFor(state.action === "leave" ? "leave" : "take")}
			unavailable={state.possible ? undefined : whyNot(state)}
			onClick={() => void model.goLiveOrStop()}
		>
			{words}
		</Button>
	);
}

function whyNot(state: BoothState): string {
	const { cannot } = t(dictionary);
	if (state.said === "lost" || state.said === "liveLost") return cannot.lost;
	if (state.said === "planned" || state.said === "closed") return cannot.notOpen;
	return cannot.microphone;
}

/** Held by pointer or by key: nobody hears a cough, a sip, a word to the partner. */
function CoughButton({ model }: { model: BoothModel }) {
	const { coughing } = model.silence;
	const button = useRef<HTMLButtonElement>(null);
	const strings = t(boothSound).outgoing;
	const held = coughing.value;
	const set = (silent: boolean): void => {
		coughing.value = silent;
	};
	// A button that goes away is not held any more.
	useEffect(
		() => () => {
			coughing.value = false;
		},
		[coughing],
	);
	return (
		<button
			ref={button}
			type="button"
			class="booth-cough"
			aria-pressed={held}
			aria-keyshortcuts={capFor("cough")}
			onPointerDown={(event) => {
				if (event.button !== 0) return;
				// The finger may slide off the button, and still holds it.
				button.current?.setPointerCapture(event.pointerId);
				set(true);
			}}
			onPointerUp={() => set(false)}
			onPointerCancel={() => set(false)}
			onLostPointerCapture={() => set(false)}
			// A long press on a phone would open a menu.
			onContextMenu={(event) => event.preventDefault()}
			onKeyDown={(event) => {
				if (event.key !== " " && event.key !== "Enter") return;
				event.preventDefault();
				set(true);
			}}
			onKeyUp={(event) => {
				if (event.key === " " || event.key === "Enter") set(false);
			}}
			onBlur={() => set(false)}
		>
			<span class="booth-cough-words">
				{held ? strings.coughHeld : strings.cough}
				<span class="button-key" aria-hidden="true">
					{capFor("cough")}
				</span>
			</span>
			<span class="booth-cough-note">{strings.coughNote}</span>
		</button>
	);
}

function MuteButton({ model }: { model: BoothModel }) {
	const { muted } = model.silence;
	const strings = t(boothSound).outgoing;
	return (
		<Button
			kind={muted.value ? "primary" : "quiet"}
			size="large"
			icon={<SourceIcon source="microphone" off={muted.value} />}
			shortcut={capFor("mute")}
			onClick={() => {
				muted.value = !muted.value;
			}}
		>
			{muted.value ? strings.unmute : strings.mute}
		</Button>
	);
}

function SlowButton({ model, asked }: { model: BoothModel; asked: boolean }) {
	const strings = t(boothSound).outgoing;
	return (
		<>
			<Button size="large" shortcut={capFor("slow")} onClick={() => model.slow()}>
				{strings.slow}
			</Button>
			<p class="booth-slow soft" role="status">
				{asked ? strings.slowAsked : strings.slowNote}
			</p>
		</>
	);
}

/** Hearing oneself as the listeners would, before going live. */
function Trial({ model }: { model: BoothModel }) {
	const strings = t(boothSound).outgoing;
	const trial = model.sound.trial.value;
	const said = { none: strings.checkNote, taking: strings.checkTaking, playing: strings.checkPlaying };
	return (
		<div class="booth-trial">
			<Button
				pressed={trial !== "none"}
				onClick={() => {
					const track = model.publisher.microphone.peek();
					void model.player.unlock();
					if (track) model.sound.hear(track, TRIAL_S);
				}}
			>
				{strings.check}
			</Button>
			<p role="status" class="soft" data-trial={trial}>
				{said[trial]}
			</p>
		</div>
	);
}

function Devices({ model, on }: { model: BoothModel; on: boolean }) {
	const strings = t(boothSound).outgoing;
	return (
		<details class="booth-details">
			<summary>{strings.devices}</summary>
			<div class="booth-step">
				<DeviceSelect publisher={model.publisher} kind="microphone" />
				<LoudspeakerSelect player={model.player} track={model.publisher.microphone.value} />
				<label class="booth-check">
					<input
						type="checkbox"
						checked={model.publisher.processed.value}
						onChange={({ currentTarget }) => void model.setProcessed(currentTarget.checked)}
					/>
					{strings.processed}
				</label>
				<p class="soft">{strings.processedNote}</p>
				{on && <Button onClick={() => model.publisher.drop("microphone")}>{strings.turnOff}</Button>}
			</div>
		</details>
	);
}
