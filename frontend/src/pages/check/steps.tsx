import type { ComponentChildren } from "preact";
import { type CheckStrings, check, type MediaStrings, media, t } from "@/i18n";
import { Asking } from "./asking";
import type { CheckRun, StepState } from "./run";
import { STEPS, type Step } from "./verdict";

/** Every step with its mark, its words, what it found, and what to do about it. */
export function Steps({ run }: { run: CheckRun }) {
	const strings = t(check);
	const now = STEPS.find((step) => ["running", "asking"].includes(run.steps[step].value.state));
	return (
		<>
			<p class="visually-hidden" role="status">
				{now && `${strings.steps[now]}: ${strings.states[run.steps[now].value.state]}`}
			</p>
			<ol class="check-steps">
				{STEPS.map((step) => (
					<StepRow key={step} run={run} step={step} />
				))}
			</ol>
		</>
	);
}

function StepRow({ run, step }: { run: CheckRun; step: Step }) {
	const strings = t(check);
	const found = run.steps[step].value;
	const mend = found.state === "failed" ? mendOf(run, step, found, strings, t(media)) : null;
	return (
		<li class="check-step" data-step={step} data-state={found.state}>
			<Sign state={found.state} />
			<div class="check-step-words">
				<p class="check-step-name">
					{strings.steps[step]}
					<span class="check-step-state">{strings.states[found.state]}</span>
				</p>
				<Found run={run} step={step} took={found.took} />
				{mend && <p class="check-mend">{mend}</p>}
				{(found.state === "asking" || found.state === "running") && <Asking run={run} step={step} />}
			</div>
		</li>
	);
}

/** A mark that reads without colour; the words beside it say the same. */
function Sign({ state }: { state: StepState["state"] }) {
	return (
		<svg class="check-sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
			<circle cx="12" cy="12" r="10" />
			{SIGNS[state]}
		</svg>
	);
}

const SIGNS: Record<StepState["state"], ComponentChildren> = {
	waiting: null,
	running: <path d="M12 12h0M7.5 12h0M16.5 12h0" />,
	asking: <path d="M9.5 9.5a2.5 2.5 0 1 1 3.4 2.4c-.6.3-.9.7-.9 1.6M12 16.8h0" />,
	passed: <path d="M7.5 12.5l3 3 6-7" />,
	failed: <path d="M12 7v6M12 16.8h0" />,
	skipped: <path d="M8 12h8" />,
};

/** What was measured. */
function Found({ run, step, took }: { run: CheckRun; step: Step; took: number | undefined }) {
	const strings = t(check);
	const said: string[] = [];
	const result = run.result.value;
	if (took !== undefined) said.push(strings.took(Math.round(took)));
	if (step === "sound" && result && result.delay !== null) said.push(strings.delay(result.delay));
	if (step === "sound" && result && result.loss !== null) said.push(strings.loss(result.loss));
	if (step === "picture" && result && result.frame_rate !== null)
		said.push(strings.rate(Math.round(result.frame_rate)));
	return said.length > 0 ? <p class="soft tabular">{said.join(" · ")}</p> : null;
}

/** The advice on a step that failed. */
function mendOf(
	run: CheckRun,
	step: Step,
	{ code }: StepState,
	{ mend }: CheckStrings,
	{ cannotPlay, failure }: MediaStrings,
): string {
	switch (step) {
		case "secure":
			return cannotPlay.secure_context;
		case "browser":
			return cannotPlay[code as keyof typeof cannotPlay] ?? cannotPlay.webcodecs;
		case "server":
			return code === "busy" ? mend.busy : mend.unreached;
		case "udp":
			return run.steps.tcp.value.state === "failed" ? mend.neither : mend.udp;
		case "tcp":
			return run.steps.udp.value.state === "failed" ? mend.neither : mend.tcp;
		case "microphone":
			return code === "quiet" ? mend.quiet : failure[code as keyof typeof failure]?.microphone;
		case "camera":
			return code === "dark" ? mend.dark : failure[code as keyof typeof failure]?.camera;
		default:
			return mend[step];
	}
}
