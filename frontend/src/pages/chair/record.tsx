import { percent, recording, t, words } from "@/i18n";
import { recordOffer } from "@/state";
import { ConfirmButton } from "@/ui";
import type { View } from "@/wire/protocol";
import type { ChairModel } from "./model";
import "./record.css";

/** Whether the meeting is on the record, how the recording goes, and the act that changes it. */
export function Record({ model, view }: { model: ChairModel; view: View }) {
	const strings = t(recording);
	const off = view.off_record !== undefined;
	const offer = recordOffer(view);
	if (offer === null) {
		return (
			<p class="chair-record-state" role="status">
				<Progress view={view} />
			</p>
		);
	}
	return (
		<div class="chair-record" data-off={off ? "true" : undefined}>
			<p class="chair-record-state" role="status">
				<strong>{off ? t(words).offRecord : t(words).onRecord}</strong>
				<Progress view={view} />
			</p>
			{off ? (
				<ConfirmButton
					key="resume"
					question={strings.resumeQuestion}
					confirm={strings.resumeConfirm}
					onClick={() => void model.run(offer.command, strings.resumed, [{ type: "record.stop" }])}
				>
					{strings.resume}
				</ConfirmButton>
			) : (
				<ConfirmButton
					key="stop"
					question={strings.stopQuestion}
					confirm={strings.stopConfirm}
					onClick={() => void model.run(offer.command, strings.stopped, [{ type: "record.resume" }])}
				>
					{strings.stop}
				</ConfirmButton>
			)}
		</div>
	);
}

/** What is being kept, or why it is not. */
function Progress({ view }: { view: View }) {
	const strings = t(recording);
	const state = view.recording;
	if (state === undefined) return <span class="chair-record-trouble">{strings.none}</span>;
	if (state.trouble !== undefined) {
		return <span class="chair-record-trouble">{strings.trouble[state.trouble]}</span>;
	}
	if (state.kept) return <span>{strings.kept}</span>;
	if (view.phase !== "closed" || state.video === undefined) return null;
	return (
		<span class="tabular">
			{state.video >= 100 ? strings.videoReady : strings.video(percent(state.video))}
		</span>
	);
}
