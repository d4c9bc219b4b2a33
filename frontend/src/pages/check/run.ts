import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { Link, pause } from "@/link";
import { canPlay, Player, Publisher, rememberedDevice } from "@/media";
import type { CheckMark, CheckResult, CheckSteps } from "@/wire/protocol";
import { readHere, sendResult, socketUrl } from "./here";
import { lossOf, medianOf, rateOf, settled, takeBack } from "./measure";
import { probeTcp, probeUdp } from "./probes";
import { playTone, standInPicture, standInSound } from "./tone";
import { type Figures, STEPS, type Step, troubleOf, verdictOf } from "./verdict";

/** Where a step stands. `asking`: it waits for the person. */
export interface StepState {
	state: "waiting" | "running" | "asking" | CheckMark;
	/** Why it failed, where there is more than one reason. */
	code?: string;
	/** Milliseconds that it took. */
	took?: number;
}

const WELCOME_TIMEOUT_MS = 8_000;
const STREAMS_TIMEOUT_MS = 12_000;
const MEASURED_MS = 8_000;
/** An amplitude that is somebody speaking rather than a quiet room: -40 dB. */
const VOICE_AMPLITUDE = 0.01;

/** One run through all steps. Begin it from a click, so that the browser lets it make a sound. */
export class CheckRun {
	readonly steps: Record<Step, Signal<StepState>>;
	/** What was found, once the last step is done. */
	readonly result: ReadonlySignal<CheckResult | null>;
	/** Whether the organiser has it; null while it is on its way. */
	readonly sent: ReadonlySignal<boolean | null>;
	readonly link: ReadonlySignal<Link | null>;
	readonly publisher: ReadonlySignal<Publisher | null>;
	readonly player: ReadonlySignal<Player | null>;
	readonly #result = signal<CheckResult | null>(null);
	readonly #sent = signal<boolean | null>(null);
	readonly #link = signal<Link | null>(null);
	readonly #publisher = signal<Publisher | null>(null);
	readonly #player = signal<Player | null>(null);
	readonly #name: string;
	readonly #listens: boolean;
	readonly #context = new AudioContext();
	readonly #figures: Figures = { way: null, delay: null, loss: null, frame_rate: null };
	#answer: ((answer: boolean) => void) | null = null;
	#closed = false;

	/**
	 * @param name - as a guest without a seat has typed it
	 * @param listens - whether the person's role is only to see and hear
	 */
	constructor(name: string, listens: boolean) {
		this.#name = name;
		this.#listens = listens;
		this.steps = Object.fromEntries(
			STEPS.map((step) => [step, signal<StepState>({ state: "waiting" })]),
		) as Record<Step, Signal<StepState>>;
		this.result = this.#result;
		this.sent = this.#sent;
		this.link = this.#link;
		this.publisher = this.#publisher;
		this.player = this.#player;
		void this.#run();
	}

	/** What the person says to the step that asks. */
	answer(yes: boolean): void {
		this.#answer?.(yes);
	}

	/** Plays the tone once more. */
	playAgain(): void {
		void playTone(this.#context);
	}

	/** Closes the connection, the devices and the sound. */
	close(): void {
		this.#closed = true;
		this.#answer?.(false);
		this.#player.peek()?.close();
		this.#publisher.peek()?.close();
		this.#link.peek()?.close();
		this.#player.value = null;
		this.#publisher.value = null;
		this.#link.value = null;
		if (this.#context.state !== "closed") void this.#context.close();
	}

	async #run(): Promise<void> {
		const able = canPlay();
		const insecure = !able.ok && able.missing === "secure_context";
		this.#mark("secure", !insecure);
		if (!insecure) this.#mark("browser", able.ok, able.ok ? undefined : able.missing);
		if (able.ok && (await this.#reach())) {
			await this.#transports();
			await this.#hear();
			const publisher = this.#publisher.peek();
			if (publisher) {
				await this.#microphone(publisher);
				await this.#camera(publisher);
				await this.#roundTrip(publisher);
			}
		}
		if (!this.#closed) await this.#conclude();
	}

	/** Connects as a seat does. */
	async #reach(): Promise<boolean> {
		this.#set("server", { state: "running" });
		const began = performance.now();
		const link = new Link(socketUrl());
		this.#link.value = link;
		const welcome = await settled(link.welcome, WELCOME_TIMEOUT_MS);
		if (this.#closed) return false;
		if (welcome === null) {
			link.close();
			const busy = (await readHere())?.busy ?? false;
			this.#mark("server", false, busy ? "busy" : "unreached");
			return false;
		}
		this.#set("server", { state: "passed", took: performance.now() - began });
		const publisher = new Publisher(link);
		// Only tried out so far: the server need not know.
		publisher.ready.value = false;
		this.#publisher.value = publisher;
		const player = new Player(link);
		// One's own voice a moment later is of no use to anybody.
		player.muted.value = true;
		this.#player.value = player;
		return true;
	}

	/** Tries both transports of sound and picture, whichever of them the meeting will take. */
	async #transports(): Promise<void> {
		const door = this.#link.peek()?.welcome.peek()?.media;
		if (door === undefined) return;
		for (const [step, probe] of [
			["udp", probeUdp],
			["tcp", probeTcp],
		] as const) {
			if (this.#closed) return;
			this.#set(step, { state: "running" });
			const took = await probe(door);
			this.#set(step, took === null ? { state: "failed" } : { state: "passed", took });
		}
	}

	async #hear(): Promise<void> {
		this.#set("loudspeaker", { state: "running" });
		await Promise.race([playTone(this.#context), pause(2_500)]);
		this.#mark("loudspeaker", await this.#ask("loudspeaker"));
	}

	async #microphone(publisher: Publisher): Promise<void> {
		if (this.#closed || !(await this.#wantsDevice("microphone"))) return;
		this.#set("microphone", { state: "running" });
		await publisher.useMicrophone(rememberedDevice("microphone"));
		if (publisher.microphone.peek() === null) {
			this.#mark("microphone", false, publisher.failure.peek()?.code ?? "denied");
			return;
		}
		const stop = effect(() => {
			if (publisher.level.value > VOICE_AMPLITUDE) this.answer(true);
		});
		const heard = await this.#ask("microphone", "speak");
		stop();
		this.#mark("microphone", heard, heard ? undefined : "quiet");
	}

	async #camera(publisher: Publisher): Promise<void> {
		if (this.#closed || !(await this.#wantsDevice("camera"))) return;
		this.#set("camera", { state: "running" });
		await publisher.useCamera(rememberedDevice("camera"));
		if (publisher.camera.peek() === null) {
			this.#mark("camera", false, publisher.failure.peek()?.code ?? "denied");
			return;
		}
		const seen = await this.#ask("camera", "look");
		this.#mark("camera", seen, seen ? undefined : "dark");
	}

	/** Whether the device is to be tried; whoever only listens is not asked. */
	async #wantsDevice(step: "microphone" | "camera"): Promise<boolean> {
		const wanted = !this.#listens && (await this.#ask(step, "use"));
		if (!wanted) this.#set(step, { state: "skipped" });
		return wanted;
	}

	/** Sends to the server, as in a meeting, and takes it back. */
	async #roundTrip(publisher: Publisher): Promise<void> {
		const link = this.#link.peek();
		if (this.#closed || link === null) return;
		this.#set("sound", { state: "running" });
		this.#set("picture", { state: "running" });
		if (publisher.microphone.peek() === null) use(publisher, "microphone", standInSound(this.#context));
		if (publisher.camera.peek() === null) use(publisher, "camera", standInPicture());
		publisher.ready.value = true;
		const [sound, picture] = await Promise.all(
			(["microphone", "camera"] as const).map(async (source) => {
				const stream = await this.#stream(link, source);
				return stream ? takeBack(link, source, stream, MEASURED_MS) : null;
			}),
		);
		publisher.ready.value = false;
		if (this.#closed) return;
		this.#figures.delay = medianOf(sound?.delays ?? []);
		this.#figures.loss = lossOf(sound?.timestamps ?? []);
		this.#figures.frame_rate = rateOf(picture?.timestamps ?? []);
		this.#mark("sound", this.#figures.loss !== null && this.#figures.loss < 0.5);
		this.#mark("picture", this.#figures.frame_rate !== null);
		this.#figures.way = sound?.way ?? null;
	}

	/** What the view names as coming back from us. */
	async #stream(link: Link, source: "microphone" | "camera") {
		const there = signal<{ path: string; codec: string } | null>(null);
		const stop = effect(() => {
			there.value = link.view.value?.streams.echo?.[source] ?? null;
		});
		const stream = await settled(there, STREAMS_TIMEOUT_MS);
		stop();
		return stream;
	}

	async #conclude(): Promise<void> {
		const marks = Object.fromEntries(
			STEPS.map((step) => {
				const { state } = this.steps[step].peek();
				return [step, state === "passed" || state === "failed" ? state : "skipped"];
			}),
		) as unknown as CheckSteps;
		for (const step of STEPS) if (marks[step] === "skipped") this.#set(step, { state: "skipped" });
		const codes = Object.fromEntries(STEPS.map((step) => [step, this.steps[step].peek().code]));
		const result: CheckResult = {
			name: this.#name,
			verdict: verdictOf(marks, this.#figures),
			steps: marks,
			...this.#figures,
			trouble: troubleOf(marks, codes),
		};
		const door = this.#link.peek()?.welcome.peek()?.media;
		this.close();
		this.#result.value = result;
		this.#sent.value = await sendResult(result, door ? new URL(door.url).searchParams.get("ticket") : null);
	}

	/** Shows the step as a question, and resolves with what the person answers. */
	#ask(step: Step, code?: string): Promise<boolean> {
		if (this.#closed) return Promise.resolve(false);
		this.#set(step, code === undefined ? { state: "asking" } : { state: "asking", code });
		return new Promise((resolve) => {
			this.#answer = (answer) => {
				this.#answer = null;
				resolve(answer);
			};
		});
	}

	#mark(step: Step, passed: boolean, code?: string): void {
		const state = passed ? "passed" : "failed";
		this.#set(step, code === undefined ? { state } : { state, code });
	}

	#set(step: Step, state: StepState): void {
		this.steps[step].value = state;
	}
}

function use(
	publisher: Publisher,
	source: "microphone" | "camera",
	track: MediaStreamTrack | undefined,
): void {
	if (track) publisher.useTrack(source, track);
}
