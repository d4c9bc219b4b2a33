import type { CheckMark, CheckResult, CheckSteps, CheckVerdict } from "@/wire/protocol";

/** The steps in the order in which they are taken. */
export const STEPS = [
	"secure",
	"browser",
	"server",
	"udp",
	"tcp",
	"loudspeaker",
	"microphone",
	"camera",
	"sound",
	"picture",
] as const satisfies readonly (keyof CheckSteps)[];

export type Step = (typeof STEPS)[number];

/** What was measured on the way to the server and back. */
export type Figures = Pick<CheckResult, "way" | "delay" | "loss" | "frame_rate">;

/** More sound lost than this is heard. */
const MUCH_LOSS_SHARE = 0.03;
/** From here on people speak into one another, in milliseconds there and back. */
const MUCH_DELAY_MS = 800;
/** Fewer pictures a second than this are a slide show. */
const FEW_PICTURES_PER_S = 8;

/** What a check says in one word, from what became of its steps. */
export function verdictOf(
	marks: Record<Step, CheckMark>,
	{ delay, loss, frame_rate }: Figures,
): CheckVerdict {
	const failed = (step: Step): boolean => marks[step] === "failed";
	const without = (step: Step): boolean => marks[step] !== "passed";
	if (failed("secure") || failed("browser") || failed("server") || without("sound")) return "cannot";
	if (failed("loudspeaker")) return "silent";
	if ((loss ?? 0) > MUCH_LOSS_SHARE || (delay ?? 0) > MUCH_DELAY_MS) return "weak";
	if (failed("picture") || (frame_rate ?? FEW_PICTURES_PER_S) < FEW_PICTURES_PER_S) return "weak";
	if (without("microphone")) return "listening";
	return without("camera") ? "unseen" : "ready";
}

/** The first step that failed, and why, where that is known: `microphone:denied`. */
export function troubleOf(marks: Record<Step, CheckMark>, codes: Partial<Record<Step, string>>): string {
	// UDP that is blocked is no trouble where TCP goes.
	const failed = STEPS.find(
		(step) => marks[step] === "failed" && !(step === "udp" && marks.tcp === "passed"),
	);
	if (failed === undefined) return "";
	const code = codes[failed];
	return code === undefined ? failed : `${failed}:${code}`;
}
