import { type Signal, signal } from "@preact/signals";
import { clip, t } from "@/i18n";
import { type ClipSpan, clipUrl, toast } from "@/ui";

/** Plays one line at a time. */
export class Listening {
	/** The line that is heard now. */
	readonly line: Signal<number | null> = signal(null);
	readonly #audio = new Audio();
	readonly #base: string;

	constructor(base: string) {
		this.#base = base;
		this.#audio.addEventListener("ended", () => {
			this.line.value = null;
		});
		this.#audio.addEventListener("error", () => {
			// Taking the source away is an error too, and nobody's.
			if (this.line.value === null) return;
			this.line.value = null;
			toast({ text: t(clip).missing });
		});
	}

	/** Plays a line, or stops where it is the one that is heard. */
	toggle(line: number, span: ClipSpan): void {
		if (this.line.value === line) {
			this.stop();
			return;
		}
		this.line.value = line;
		this.#audio.src = clipUrl(this.#base, span);
		this.#audio.play().catch(() => undefined);
	}

	stop(): void {
		this.line.value = null;
		this.#audio.pause();
		this.#audio.removeAttribute("src");
	}
}
