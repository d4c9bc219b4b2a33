import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { captions as dictionary, languageName, t } from "@/i18n";
import { captionsOf, type Link } from "@/link";
import { sameLanguage } from "@/state";
import { Button, icons, plateOf } from "@/ui";
import type { Caption, Meeting, View } from "@/wire/protocol";
import { keepAsking, read, reading, wantedOf } from "./choice";
import "./captions.css";

/** How long after subscribing earlier lines may arrive, which are not read aloud. */
const SETTLE_MS = 1_500;

/** How near to the end of the list counts as being at its end. */
const NEAR_PX = 24;

interface CaptionsProps {
	link: Link;
	meeting: Meeting;
	view: View;
}

/**
 * The captions under the stage, as chosen in the menu; at first, the offer of them.
 *
 * @param offer - false where hands are too busy to be asked
 */
export function CaptionsView({ offer = true, ...props }: CaptionsProps & { offer?: boolean }) {
	const { link, view } = props;
	useEffect(() => keepAsking(link), [link]);
	if (view.captions === undefined) return null;
	const wanted = wantedOf(reading.value, view);
	if (wanted !== null) return <Captions {...props} key={wanted} wanted={wanted} />;
	if (!offer || reading.value.wanted !== undefined || view.phase === "closed") return null;
	return <Offer offered={view.captions.offered} />;
}

function Offer({ offered }: { offered: readonly string[] }) {
	const strings = t(dictionary);
	return (
		<section class="channel-offer captions-offer" aria-label={strings.title}>
			<p>{strings.offer}</p>
			<Button
				kind="primary"
				icon={icons.captions}
				onClick={() => read({ wanted: offered.includes("original") ? "original" : (offered[0] ?? null) })}
			>
				{strings.accept}
			</Button>
			<Button onClick={() => read({ wanted: null })}>{strings.decline}</Button>
		</section>
	);
}

function Captions({ link, meeting, view, wanted }: CaptionsProps & { wanted: string }) {
	const strings = t(dictionary);
	const { size, contrast } = reading.value;
	const lines = captionsOf(link).lines.value;
	const finals = lines.filter(({ final }) => final);
	const drafts = lines.filter(({ final }) => !final);
	const scroll = useRef<HTMLDivElement>(null);
	const atEnd = useSignal(true);
	const settled = useSettled(link);
	const newest = lines.at(-1);
	useLayoutEffect(() => {
		const box = scroll.current;
		if (box && atEnd.peek()) box.scrollTop = box.scrollHeight;
	}, [newest?.id, newest?.text, lines.length, size]);
	useEffect(() => {
		const box = scroll.current;
		if (box === null) return undefined;
		// Whoever reads the newest line goes on reading it when the phone is turned.
		const observer = new ResizeObserver(() => {
			if (atEnd.peek()) box.scrollTop = box.scrollHeight;
		});
		observer.observe(box);
		return () => observer.disconnect();
	}, [atEnd]);
	const { note, none } = noteOf(view, wanted);
	return (
		<section class="captions" aria-label={strings.title} data-size={size} data-contrast={contrast}>
			<div
				ref={scroll}
				class="captions-scroll"
				hidden={none && lines.length === 0}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
				tabIndex={0}
				onScroll={({ currentTarget: box }) => {
					atEnd.value = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
				}}
			>
				<div role="log" aria-live={settled ? "polite" : "off"} aria-relevant="additions">
					<Lines lines={finals} meeting={meeting} />
				</div>
				{/* What still changes is for the eye: read aloud, it would be said again and again. */}
				<div aria-hidden="true">
					<Lines lines={drafts} meeting={meeting} before={finals.at(-1)?.seat} />
				</div>
				{lines.length === 0 && !none && <p class="captions-empty">{strings.waiting}</p>}
			</div>
			<div class="captions-foot">
				<p class="captions-note" role="status">
					{note}
				</p>
				{!atEnd.value && (
					<Button
						icon={icons.down}
						onClick={() => {
							atEnd.value = true;
							scroll.current?.scrollTo({ top: scroll.current.scrollHeight });
						}}
					>
						{strings.newest}
					</Button>
				)}
			</div>
		</section>
	);
}

interface LinesProps {
	lines: readonly Caption[];
	meeting: Meeting;
	/** Who spoke before the first of them. */
	before?: string | undefined;
}

function Lines({ lines, meeting, before }: LinesProps) {
	if (lines.length === 0) return null;
	return (
		<ol class="captions-lines">
			{lines.map((line, at) => {
				const seat = meeting.seats[line.seat];
				const same = (at === 0 ? before : lines[at - 1]?.seat) === line.seat;
				return (
					<li key={line.id} class="captions-line" data-final={line.final}>
						{!same && <span class="captions-name">{seat ? plateOf(seat).head : line.seat}</span>}{" "}
						<span lang={line.language}>{line.text}</span>
					</li>
				);
			})}
		</ol>
	);
}

/** The note about the captions' state, and whether it says that none are written. */
function noteOf(view: View, wanted: string): { note: string; none: boolean } {
	const strings = t(dictionary);
	const { captions } = view;
	if (captions === undefined || view.phase !== "open") return { note: "", none: false };
	if (view.off_record !== undefined) return { note: strings.offRecord, none: true };
	const byHand = (language: string) =>
		Object.keys(captions.writing).some((one) => sameLanguage(one, language));
	const written = (language: string) =>
		byHand(language) || (captions.machine ?? []).some((one) => sameLanguage(one, language));
	let hand = false;
	if (wanted === "original") {
		const unwritten = view.floor.find(({ language }) => !written(language));
		if (unwritten) return { note: strings.notWritten(languageName(unwritten.language)), none: true };
		hand = view.floor.length > 0 && view.floor.every(({ language }) => byHand(language));
	} else hand = byHand(wanted);
	return { note: captions.machine && !hand ? strings.byMachine : strings.byCaptioner, none: false };
}

/** Whether the earlier lines have arrived after a subscription or a lost connection. */
function useSettled(link: Link): boolean {
	const settled = useSignal(false);
	const welcome = link.welcome.value;
	useEffect(() => {
		settled.value = false;
		const timer = setTimeout(() => {
			settled.value = true;
		}, SETTLE_MS);
		return () => clearTimeout(timer);
	}, [welcome]);
	return settled.value;
}
