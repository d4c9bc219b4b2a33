import { useEffect } from "preact/hooks";
import { day, record as dictionary, percent, t } from "@/i18n";
import { EmptyState, Loadable, PageHeader, Toasts } from "@/ui";
import type { ArchiveContents } from "@/wire/protocol";
import { load, remote } from "./contents";
import { Documents } from "./documents";
import { Player } from "./player";
import { Playing } from "./playing";
import { Readers } from "./readers";
import { Spoke } from "./spoke";
import { Verbatim } from "./verbatim";
import "./record.css";
import "./verbatim.css";
import "./narrow.css";

/** The record of a meeting: what was heard and seen, what was said, and by whom. */
export function RecordPage() {
	useEffect(() => void load(), []);
	const strings = t(dictionary);
	return (
		<>
			<PageHeader title={remote.value.value?.meeting.organiser ?? strings.record} heading={false} />
			<main id="main" class="record">
				<Loadable remote={remote} strings={strings} heading>
					{(contents) => <Contents contents={contents} />}
				</Loadable>
			</main>
			<Toasts />
		</>
	);
}

/** One for the life of the page: what is heard goes on while the page is drawn anew. */
const playing = new Playing();

function Contents({ contents }: { contents: ArchiveContents }) {
	const strings = t(dictionary);
	const { meeting } = contents;
	useEffect(() => {
		document.title = `${strings.record}: ${meeting.title}`;
	}, [meeting.title, strings]);
	return (
		<>
			<header class="record-head">
				<p class="soft">
					{strings.record} · {meeting.city}, {day(contents.opened ?? meeting.starts, meeting.timezone)}
				</p>
				<h1>{meeting.title}</h1>
				{contents.phase === "open" && <p class="record-held">{strings.beingHeld}</p>}
			</header>
			<div class="record-columns">
				<div class="record-left">
					<Picture contents={contents} />
					<Spoke contents={contents} />
					<Documents contents={contents} />
					{contents.organiser && <Readers contents={contents} />}
				</div>
				<Verbatim contents={contents} playing={playing} />
			</div>
		</>
	);
}

/** The video; what stands in its place while it is made, or where nothing was recorded. */
function Picture({ contents }: { contents: ArchiveContents }) {
	const strings = t(dictionary);
	if (contents.percent === 100 && contents.kept) return <Player contents={contents} playing={playing} />;
	return (
		<div class="record-stage">
			{contents.kept ? (
				<EmptyState title={strings.making} tone="stage">
					<p class="record-making">
						<progress max={100} value={contents.percent} aria-label={strings.making} />
						<span class="tabular">{percent(contents.percent)}</span>
					</p>
					<p>{strings.makingNote}</p>
				</EmptyState>
			) : (
				<EmptyState title={contents.records ? strings.notKept : strings.recordingOff} tone="stage" />
			)}
		</div>
	);
}
