import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { CaptionsView, SpeakPanel, SpeechPanel } from "@/controls";
import { quotes, record, speech, t, words } from "@/i18n";
import type { Link } from "@/link";
import { canPlay, Player, Publisher } from "@/media";
import { hasFloor, itemNow } from "@/state";
import { Agenda, MeetingPage, SlowSign, useShortcuts } from "@/ui";
import type { Meeting, View } from "@/wire/protocol";
import { Check } from "./check";
import { Controls } from "./controls";
import { HallView } from "./hall-view";
import { myState, soundArrives } from "./my-state";
import { SpeakingNow } from "./speaking-now";
import { StateBar } from "./state-bar";
import "./stage.css";

const able = canPlay();
/** Sound takes a moment to come through; after this it is said that it does not, in milliseconds. */
const WAITING_AFTER_MS = 2_000;

/** The speaker's page: first the check, then the stage. */
export function StagePage({ link }: { link: Link }) {
	const meeting = link.meeting.value;
	const view = link.view.value;
	const me = link.welcome.value?.seat;
	return (
		<MeetingPage link={link}>
			{meeting && view && me && meeting.seats[me] ? (
				<Speaker link={link} meeting={meeting} view={view} me={me} />
			) : null}
		</MeetingPage>
	);
}

interface SpeakerProps {
	link: Link;
	meeting: Meeting;
	view: View;
	me: string;
}

/** Has the speaker's devices for as long as the seat is theirs: with a goodbye they are let go. */
function Speaker(props: SpeakerProps) {
	const { link, meeting, me } = props;
	const [publisher, setPublisher] = useState<Publisher | null>(null);
	const inside = useSignal(false);
	useEffect(() => {
		const own = new Publisher(link);
		own.ready.value = false;
		setPublisher(own);
		return () => own.close();
	}, [link]);
	const seat = meeting.seats[me];
	if (publisher === null || seat === undefined) return null;
	if (inside.value) return <Inside {...props} publisher={publisher} />;
	return (
		<Check
			publisher={publisher}
			seat={seat}
			planned={link.view.value?.phase === "planned"}
			onGoIn={() => {
				publisher.ready.value = true;
				inside.value = true;
			}}
		/>
	);
}

function Inside({ link, meeting, view, me, publisher }: SpeakerProps & { publisher: Publisher }) {
	const [player, setPlayer] = useState<Player | null>(null);
	useEffect(() => {
		if (!able.ok) return undefined;
		const own = new Player(link);
		setPlayer(own);
		return () => own.close();
	}, [link]);
	const speaks = hasFloor(view, me) !== undefined;
	const hadFloor = useSignal(false);
	useEffect(() => {
		if (speaks) hadFloor.value = true;
	}, [hadFloor, speaks]);
	useShortcuts({
		M: () => {
			if (publisher.microphone.peek()) publisher.muted.value = !publisher.muted.peek();
		},
	});
	const sounding = speaks && publisher.microphone.value !== null && !publisher.muted.value;
	const state = myState(view, me, {
		live: link.state.value.kind === "live",
		waiting: useHasLasted(sounding && !soundArrives(view, me), WAITING_AFTER_MS),
		microphone: publisher.microphone.value !== null,
		muted: publisher.muted.value,
		hadFloor: hadFloor.value,
	});
	const item = itemNow(meeting, view);
	return (
		<main id="main" class="stage">
			<div class="stage-top">
				<StateBar link={link} state={state} item={item?.speaker === me ? item : undefined} />
				<SlowSign slow={speaks ? view.slow : undefined} />
				{view.phase === "closed" && (
					<p class="stage-quotes">
						<a href="quotes">{t(quotes).page.title}</a>
						{view.readers && <a href="record">{t(record).record}</a>}
					</p>
				)}
			</div>
			<div class="stage-hall">
				<HallView player={player} able={able} publisher={publisher} meeting={meeting} view={view} me={me} />
				<CaptionsView link={link} meeting={meeting} view={view} />
			</div>
			<div class="stage-own-side panel">
				<SpeakPanel link={link} publisher={publisher} player={player} muteKey="M" says={false} />
				<Controls link={link} player={player} view={view} me={me} />
			</div>
			<SpeakingNow link={link} player={player} meeting={meeting} view={view} me={me} />
			<section class="panel stage-programme" aria-labelledby="programme-title">
				<h2 id="programme-title">{t(words).programme}</h2>
				<Agenda
					items={meeting.items}
					seats={meeting.seats}
					item={view.item}
					since={view.item_since}
					now={() => link.now()}
				/>
			</section>
			{Object.keys(view.booths).length > 0 && <MyText meeting={meeting} me={me} />}
		</main>
	);
}

/** What the interpreters have before them while I speak. */
function MyText({ meeting, me }: { meeting: Meeting; me: string }) {
	const strings = t(speech);
	return (
		<section class="panel stage-text" aria-labelledby="text-title">
			<h2 id="text-title">{strings.mine}</h2>
			<p class="soft">{strings.mineNote}</p>
			<SpeechPanel seat={me} language={meeting.seats[me]?.language ?? "en"} languages={meeting.languages} />
		</section>
	);
}

/** Whether something has been so for some time. */
function useHasLasted(is: boolean, milliseconds: number): boolean {
	const [lasted, setLasted] = useState(false);
	useEffect(() => {
		setLasted(false);
		if (!is) return undefined;
		const timer = setTimeout(() => setLasted(true), milliseconds);
		return () => clearTimeout(timer);
	}, [is, milliseconds]);
	return is && lasted;
}
