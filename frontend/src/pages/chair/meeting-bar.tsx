import { ChannelNews } from "@/controls";
import { chair, count, day, desk as deskStrings, hour, record, t, words } from "@/i18n";
import { meetingOffer } from "@/state";
import { Button, Clock, ConfirmButton } from "@/ui";
import { Controls } from "./controls";
import { useKeptFocus } from "./keep-focus";
import type { PartProps } from "./model";
import { Record } from "./record";

/** How the meeting stands, and the act that opens or closes it. */
export function MeetingBar({ model, meeting, view }: PartProps) {
	const strings = t(chair);
	const word = t(words);
	const seats = Object.values(meeting.seats).length;
	const act = useKeptFocus<HTMLDivElement>();
	const present = Object.keys(view.present).length;
	return (
		<div class="chair-meeting-bar">
			<p class="chair-meeting-state" data-phase={view.phase}>
				<span class="chair-meeting-phase" role="status">
					{word.phase[view.phase]}
				</span>
				<Since model={model} meeting={meeting} view={view} />
			</p>
			<Record model={model} view={view} />
			<p class="chair-meeting-fact tabular">{strings.room.present(count(present), count(seats))}</p>
			<Controls model={model} view={view} />
			{/* In windows of their own: leaving this one would leave the meeting. */}
			{view.phase === "closed" && (
				<a class="chair-record" href="desk" target="_blank" rel="noopener">
					{t(deskStrings).title}
				</a>
			)}
			{view.phase === "closed" && (
				<a class="chair-record" href="record" target="_blank" rel="noopener">
					{t(record).record}
				</a>
			)}
			<div class="chair-meeting-act" ref={act}>
				<OpenOrClose model={model} view={view} />
			</div>
			<ChannelNews link={model.link} player={model.player} />
		</div>
	);
}

function Since({ model, meeting, view }: PartProps) {
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
	return <Clock now={model.now} from={view.opened} counts={strings.openFor} />;
}

function OpenOrClose({ model, view }: Omit<PartProps, "meeting">) {
	const strings = t(chair).meeting;
	const { command } = meetingOffer(view);
	if (command.type === "meeting.close") {
		return (
			<ConfirmButton
				kind="danger"
				question={strings.closeQuestion}
				confirm={strings.closeConfirm}
				onClick={() => void model.run(command, strings.closed, [{ type: "meeting.open" }])}
			>
				{strings.close}
			</ConfirmButton>
		);
	}
	return (
		<Button kind="primary" onClick={() => void model.run(command, t(words).phase.open)}>
			{view.phase === "planned" ? strings.open : strings.openAgain}
		</Button>
	);
}
