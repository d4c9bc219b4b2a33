import { signal } from "@preact/signals";
import { refusalSentence, t, ui } from "@/i18n";
import type { Refusal } from "@/link";
import { Button } from "./button";
import { icons } from "./icons";
import "./toasts.css";

export interface Toast {
	text: string;
	/** One thing that can be done about it, such as to undo it. */
	action?: { label: string; run: () => void };
	/** How long it stays; 8 s if not given. */
	seconds?: number;
}

const shown = signal<readonly (Toast & { id: number })[]>([]);
let last = 0;

/** Says something at the foot of the page for some seconds. Returns what takes it away before. */
export function toast(what: Toast): () => void {
	last += 1;
	const id = last;
	// The same words again replace the old ones: pressing a refused button ten times fills no wall.
	const others = shown.value.filter(({ text }) => text !== what.text).slice(-2);
	shown.value = [...others, { ...what, id }];
	setTimeout(() => drop(id), (what.seconds ?? 8) * 1000);
	return () => drop(id);
}

/**
 * Says why a command was not carried out; nothing where it was. Returns whether it was carried out.
 */
export function tellRefusal(refusal: Pick<Refusal, "code"> | null): boolean {
	if (refusal) toast({ text: refusalSentence(refusal.code) });
	return refusal === null;
}

function drop(id: number): void {
	shown.value = shown.value.filter((one) => one.id !== id);
}

/** Where the toasts appear: once in a page, at its end. */
export function Toasts() {
	return (
		<section class="toasts" aria-label={t(ui).notices}>
			<ul class="toasts-list" aria-live="polite">
				{shown.value.map(({ id, text, action }) => (
					<li key={id} class="toast">
						<span class="toast-text">{text}</span>
						{action && (
							<Button
								onClick={() => {
									drop(id);
									action.run();
								}}
							>
								{action.label}
							</Button>
						)}
						<Button class="toast-close" label={t(ui).dismiss} icon={icons.close} onClick={() => drop(id)} />
					</li>
				))}
			</ul>
		</section>
	);
}
