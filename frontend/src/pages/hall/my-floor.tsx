import { useEffect, useRef, useState } from "preact/hooks";
import { SpeakPanel } from "@/controls";
import { hall, t } from "@/i18n";
import type { Link } from "@/link";
import { type Player, Publisher } from "@/media";
import { hasFloor } from "@/state";
import { SlowSign, toast } from "@/ui";
import type { View } from "@/wire/protocol";

/** A publisher while this seat has the floor: with the floor its devices come and go. */
export function useMyFloor(link: Link, view: View, mine: string): Publisher | null {
	const speaks = hasFloor(view, mine) !== undefined;
	const [publisher, setPublisher] = useState<Publisher | null>(null);
	useEffect(() => {
		if (!speaks) return;
		const own = new Publisher(link);
		setPublisher(own);
		return () => {
			own.close();
			setPublisher(null);
			toast({ text: t(hall).youHadFloor });
		};
	}, [speaks, link]);
	return publisher;
}

/** "You have the floor", and what it takes to speak from one's seat. */
export function MyFloor(props: { link: Link; publisher: Publisher | null; player: Player | null }) {
	const { link, publisher, player } = props;
	const panel = useRef<HTMLElement>(null);
	useEffect(() => {
		if (publisher) panel.current?.scrollIntoView({ block: "nearest" });
	}, [publisher]);
	// The words are read aloud when they come; the level beside them would be, too, many times a second.
	return (
		<section class="my-floor" ref={panel} data-mine={publisher !== null}>
			<SlowSign slow={publisher ? link.view.value?.slow : undefined} />
			<div class="my-floor-words" aria-live="assertive">
				{publisher && (
					<>
						<h2>{t(hall).youHaveFloor}</h2>
						{publisher.microphone.value === null && <p>{t(hall).youHaveFloorNote}</p>}
					</>
				)}
			</div>
			{publisher && <SpeakPanel link={link} publisher={publisher} player={player} />}
		</section>
	);
}
