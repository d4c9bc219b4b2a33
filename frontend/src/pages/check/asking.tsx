import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { DeviceSelect, Picture, SelfView } from "@/controls";
import { check, media, t } from "@/i18n";
import type { Publisher } from "@/media";
import { Button, Meter } from "@/ui";
import type { CheckRun } from "./run";
import type { Step } from "./verdict";

/** What a step wants of the person while it is being taken. */
export function Asking({ run, step }: { run: CheckRun; step: Step }) {
	const { state, code } = run.steps[step].value;
	const publisher = run.publisher.value;
	const player = run.player.value;
	const strings = t(check);
	if (step === "picture" && player) {
		return (
			<>
				<p>{strings.returning}</p>
				<Picture player={player} seat="echo" source="camera" class="check-view" label={strings.returning} />
			</>
		);
	}
	if (state !== "asking" || publisher === null) return null;
	const yes = (): void => run.answer(true);
	const no = (): void => run.answer(false);
	if (step === "loudspeaker") {
		const { question, again, ...answers } = strings.tone;
		return (
			<Question key="tone" question={question} yes={answers.yes} no={answers.no} onYes={yes} onNo={no}>
				<Button onClick={() => run.playAgain()}>{again}</Button>
			</Question>
		);
	}
	if (step === "microphone" || step === "camera") {
		const { question, note, ...answers } = strings[step];
		if (code === "use") {
			return (
				<Question key={step} question={question} yes={answers.yes} no={answers.no} onYes={yes} onNo={no}>
					<p class="check-note soft">{note}</p>
				</Question>
			);
		}
		return step === "microphone" ? (
			<Speak publisher={publisher} onNothing={no} />
		) : (
			<Look publisher={publisher} onYes={yes} onNo={no} />
		);
	}
	return null;
}

function Speak({ publisher, onNothing }: { publisher: Publisher; onNothing: () => void }) {
	const { speak, nothing } = t(check).microphone;
	return (
		<div class="check-question">
			<p>{speak}</p>
			<Meter level={publisher.level} label={t(media).level} />
			<DeviceSelect publisher={publisher} kind="microphone" />
			<div class="check-answers">
				<Button onClick={onNothing}>{nothing}</Button>
			</div>
		</div>
	);
}

function Look(props: { publisher: Publisher; onYes: () => void; onNo: () => void }) {
	const { publisher, onYes, onNo } = props;
	const { look, seen, unseen } = t(check).camera;
	return (
		<Question key="look" question={look} yes={seen} no={unseen} onYes={onYes} onNo={onNo}>
			<div class="check-view">
				<SelfView track={publisher.camera.value} source="camera" />
			</div>
			<DeviceSelect publisher={publisher} kind="camera" />
		</Question>
	);
}

interface QuestionProps {
	question: string;
	yes: string;
	no: string;
	onYes: () => void;
	onNo: () => void;
	children?: ComponentChildren;
}

/** A question with its answers; the keyboard's focus goes to the first. */
function Question({ question, yes, no, onYes, onNo, children }: QuestionProps) {
	const answers = useRef<HTMLDivElement>(null);
	useEffect(() => answers.current?.querySelector("button")?.focus(), []);
	return (
		<fieldset class="check-question">
			<legend>{question}</legend>
			{children}
			<div class="check-answers" ref={answers}>
				<Button kind="primary" onClick={onYes}>
					{yes}
				</Button>
				<Button onClick={onNo}>{no}</Button>
			</div>
		</fieldset>
	);
}
