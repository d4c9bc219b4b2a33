import { useRef } from "preact/hooks";
import { CaptionsView, ChannelNews } from "@/controls";
import { MeetingPage } from "@/ui";
import { Captioner } from "./captioner";
import { Chamber } from "./chamber";
import { Controls } from "./controls";
import { MyFloor, useMyFloor } from "./my-floor";
import { Phase } from "./phase";
import { ProgrammeColumn } from "./programme-column";
import type { HallProps, RoomProps } from "./props";
import { SpeakingNow } from "./speaking-now";
import { Stage } from "./stage";
import "./hall.css";
import "./narrow.css";

/** The hall: what a participant or an observer sees, hears and can do. */
export function Hall(props: HallProps) {
	const { link } = props;
	const meeting = link.meeting.value;
	const view = link.view.value;
	const mine = link.welcome.value?.seat;
	const known = meeting && view && mine;
	return (
		<MeetingPage link={link} head={known && <Phase meeting={meeting} view={view} />}>
			{known ? <Room {...props} meeting={meeting} view={view} mine={mine} /> : null}
		</MeetingPage>
	);
}

function Room(props: RoomProps) {
	const { link, view, mine } = props;
	const publisher = useMyFloor(link, view, mine);
	const front = useRef<HTMLElement>(null);
	return (
		<main id="main">
			<MyFloor link={link} publisher={publisher} player={props.player} />
			<div class="hall">
				<section class="hall-front" ref={front}>
					<Stage {...props} publisher={publisher} />
					<div class="hall-under">
						{props.player && <ChannelNews link={link} player={props.player} />}
						<SpeakingNow {...props} />
						{props.meeting.seats[mine]?.role === "captioner" ? (
							<Captioner {...props} />
						) : (
							<CaptionsView {...props} />
						)}
						<Controls {...props} front={front} />
					</div>
				</section>
				<Chamber {...props} />
				<ProgrammeColumn {...props} />
			</div>
		</main>
	);
}
