import { useEffect, useRef, useState } from "preact/hooks";
import { hall, t, words } from "@/i18n";
import { Agenda, Button, icons, plateOf } from "@/ui";
import type { RoomProps } from "./props";

const NARROW = "(max-width: 62.5em)";

/** Programme and list of speakers: a column at the right, a sheet from below where there is no room for one. */
export function ProgrammeColumn(props: RoomProps) {
	const narrow = useMatch(NARROW);
	if (!narrow) {
		return (
			<aside class="column panel" aria-label={t(hall).programmeAndSpeakers}>
				<Contents {...props} />
			</aside>
		);
	}
	return <Sheet {...props} />;
}

function Sheet(props: RoomProps) {
	const sheet = useRef<HTMLDialogElement>(null);
	const strings = t(hall);
	return (
		<div class="sheet-place">
			<Button icon={icons.list} onClick={() => sheet.current?.showModal()}>
				<span class="controls-words">{strings.programmeAndSpeakers}</span>
			</Button>
			<dialog class="sheet" ref={sheet} aria-label={strings.programmeAndSpeakers}>
				<Button
					class="sheet-close"
					label={t(words).close}
					icon={icons.close}
					onClick={() => sheet.current?.close()}
				/>
				<Contents {...props} />
			</dialog>
		</div>
	);
}

function Contents({ link, meeting, view, mine }: RoomProps) {
	const word = t(words);
	return (
		<>
			<section aria-labelledby="programme-title">
				<h2 id="programme-title">{word.programme}</h2>
				<Agenda
					items={meeting.items}
					seats={meeting.seats}
					item={view.phase === "open" ? view.item : undefined}
					since={view.item_since}
					now={() => link.now()}
				/>
			</section>
			<section aria-labelledby="hands-title">
				<h2 id="hands-title">{word.speakersList}</h2>
				{view.hands.length === 0 && <p class="soft">{t(hall).noHands}</p>}
				<ol class="hands">
					{view.hands.map((key) => {
						const seat = meeting.seats[key];
						if (!seat) return null;
						const { head, below } = plateOf(seat);
						return (
							<li key={key} class={key === mine ? "hands-mine" : undefined}>
								<p class="hands-name">
									{head}
									{key === mine && <span class="hands-you">{word.you}</span>}
								</p>
								<p class="soft">{below.join(" · ")}</p>
							</li>
						);
					})}
				</ol>
			</section>
		</>
	);
}

function useMatch(query: string): boolean {
	const [matches, setMatches] = useState(() => matchMedia(query).matches);
	useEffect(() => {
		const list = matchMedia(query);
		const look = () => setMatches(list.matches);
		list.addEventListener("change", look);
		return () => list.removeEventListener("change", look);
	}, [query]);
	return matches;
}
