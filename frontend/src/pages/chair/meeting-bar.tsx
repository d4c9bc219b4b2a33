import { chair, count, day, desk as deskStrings, hour, record, t, words } from "@/i18n";
import { ChannelNews } from "@/media";
import { meetingOffer } from "@/state";
import { Button, Clock, ConfirmButton } from "@/ui";
import type { Meeting, View } from "@/wire/protocol";
import { Controls } from "./controls";
import type { Desk } from "./desk";
import { useKeptFocus } from "./keep-focus";
import { Record } from "./record";

interface BarProps {
	desk: Desk;
	meeting: Meeting;
	view: View;
}

/** How the meeting stands, and the act that opens or closes it. */
export function MeetingBar({ desk, meeting, view }: BarProps) {
	const strings = t(chair);
	const word = t(words);
	const seats = Object.values(meeting.seats).length;
	const act = useKeptFocus<HTMLDivElement>();
	const present = Object.keys(view.present).length;
	return (
		<div class="desk-meeting-bar">
			<p class="desk-meeting-state" data-phase={view.phase}>
				<span class="desk-meeting-phase" role="status">
					{word.phase[view.phase]}
				</span>
				<Since desk={desk} meeting={meeting} view={view} />
			</p>
			<Record desk={desk} view={view} />
			<p class="desk-meeting-fact tabular">{strings.room.present(count(present), count(seats))}</p>
			<Controls desk={desk} view={view} />
			{/* In windows of their own: leaving this one would leave the meeting. */}
			{view.phase === "closed" && (
				<a class="desk-record" href="desk" target="_blank" rel="noopener">
					{t(deskStrings).title}
				</a>
			)}
			{view.phase === "closed" && (
				<a class="desk-record" href="record" target="_blank" rel="noopener">
					{t(record).record}
				</a>
			)}
			<div class="desk-meeting-act" ref={act}>
				<OpenOrClose desk={desk} view={view} />
			</div>
			<ChannelNews link={desk.link} player={desk.player} />
		</div>
	);
}

function Since({ desk, meeting, view }: BarProps) {
	const strings = t(chair).meeting;
	const zone = meeting.timezone;
	if (view.phase === "planned") {
		return (
			<span class="soft">
				{strings.opensAt(`${day(meeting.starts, zone)}, ${hour(meeting.starts, zone)}`)}
			</span>
		);
	}
	if (view.phase === "closed") {
		return view.closed === undefined ? null : (
			<span class="soft">{strings.closedAt(hour(view.closed, zone))}</span>
		);
	}
	if (view.opened === undefined) return null;
	return <Clock now={desk.now} from={view.opened} counts={strings.openFor} />;
}

function OpenOrClose({ desk, view }: Omit<BarProps, "meeting">) {
	const strings = t(chair).meeting;
	const { command } = meetingOffer(view);
	if (command.type === "meeting.close") {
		return (
			<ConfirmButton
				kind="danger"
				question={strings.closeQuestion}
				confirm={strings.closeConfirm}
				onClick={() => void desk.run(command, strings.closed, [{ type: "meeting.open" }])}
			>
				{strings.close}
			</ConfirmButton>
		);
	}
	return (
		<Button kind="primary" onClick={() => void desk.run(command, t(words).phase.open)}>
			{view.phase === "planned" ? strings.open : strings.openAgain}
		</Button>
	);
}
