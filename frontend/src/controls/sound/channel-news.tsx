import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { channel as dictionary, type Fallback, language, languageName, ownTitle, t } from "@/i18n";
import type { Link } from "@/link";
import type { Player } from "@/media";
import { browserMemory, isFallback, sameLanguage } from "@/state";
import { Button, icons, tellRefusal } from "@/ui";
import type { View } from "@/wire/protocol";
import { boothNames } from "./channel-menu";
import "../menu-panel.css";

/** For how long the page says that the interpretation is back. */
const BACK_NEWS_MS = 6_000;

/**
 * What befalls what is listened to: that the original is heard in the booth's place, and why; that
 * the booth is back; and, at first, the offer to listen to a booth. Nothing where there is nothing
 * to say.
 */
export function ChannelNews({ link, player }: { link: Link; player: Player }) {
	return (
		<div class="channel-news">
			<Sign player={player} />
			<Offer link={link} player={player} />
		</div>
	);
}

function Sign({ player }: { player: Player }) {
	const strings = t(dictionary);
	const { booth, what, foreign } = player.channel.heard.value;
	const fallback: Fallback | null = booth !== null && foreign && isFallback(what) ? what : null;
	const returned = useReturned(booth, what === "booth", fallback !== null);
	let said: string | null = null;
	if (booth !== null && fallback !== null) said = strings.fallback[fallback](languageName(booth));
	else if (booth !== null && returned) said = strings.back(languageName(booth));
	return (
		<p class="channel-sign" role="status" data-news={fallback ?? (returned ? "back" : undefined)}>
			{said}
		</p>
	);
}

/** Whether the booth that is listened to has just come back in the original's place. */
function useReturned(booth: string | null, heard: boolean, fallback: boolean): boolean {
	const returned = useSignal(false);
	const missed = useRef<string | null>(null);
	if (fallback) missed.current = booth;
	const isBack = heard && booth !== null && missed.current === booth;
	useEffect(() => {
		returned.value = false;
		if (!isBack) return undefined;
		missed.current = null;
		returned.value = true;
		const timer = setTimeout(() => {
			returned.value = false;
		}, BACK_NEWS_MS);
		return () => clearTimeout(timer);
	}, [booth, heard, fallback]);
	return returned.value && !fallback;
}

/** Offered once: the booth of the page's language, or of the one that the seat speaks. */
function Offer({ link, player }: { link: Link; player: Player }) {
	const strings = t(dictionary);
	const welcome = link.welcome.value;
	const view = link.view.value;
	const answered = useSignal(false);
	if (welcome === null || view === null || view.phase === "closed" || answered.value) return null;
	if (player.channel.chosen.value !== null || isAnswered(welcome)) return null;
	const offered = boothFor(view, [language.value, welcome.meeting.seats[welcome.seat]?.language]);
	if (offered === undefined) return null;
	const answer = async (booth: string | null): Promise<void> => {
		browserMemory()?.setItem(memoryOf(welcome), "answered");
		answered.value = true;
		if (booth !== null) tellRefusal(await player.channel.choose(booth));
	};
	return (
		<section class="channel-offer" aria-label={strings.listen}>
			<p>{strings.offer(boothNames(view))}</p>
			<Button kind="primary" icon={icons.headphones} onClick={() => void answer(offered)}>
				<span lang={offered}>{strings.accept(ownTitle(offered))}</span>
			</Button>
			<Button onClick={() => void answer(null)}>{strings.decline}</Button>
		</section>
	);
}

function boothFor(view: View, wished: readonly (string | undefined)[]): string | undefined {
	for (const wish of wished) {
		const booth = Object.keys(view.booths).find((one) => wish !== undefined && sameLanguage(one, wish));
		if (booth !== undefined) return booth;
	}
	return undefined;
}

interface SeatOfMeeting {
	seat: string;
	meeting: { slug: string };
}

function memoryOf({ seat, meeting }: SeatOfMeeting): string {
	return `hemicycle:channel:${meeting.slug}/${seat}`;
}

function isAnswered(welcome: SeatOfMeeting): boolean {
	return browserMemory()?.getItem(memoryOf(welcome)) === "answered";
}
