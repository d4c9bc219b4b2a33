import { signal } from "@preact/signals";
import { refusalSentence, t, ui } from "@/i18n";
import type { Refusal } from "@/link";
import { Button } from "./button";
import { icons } from "./icons";
import "./toasts.css";

export interface Toast {
	text: string;
	/** An action that is offered with the message, such as undo. */
	action?: { label: string; run: () => void };
	/** How long it stays; 8 s if not given. */
	seconds?: number;
}

const shown = signal<readonly (Toast & { id: number })[]>([]);
let last = 0;

/** Shows a message at the foot of the page for some seconds. Returns a function that removes it. */
export function toast(what: Toast): () => void {
	last += 1;
	const id = last;
	// The same message again replaces the earlier one.
	const others = shown.value.filter(({ text }) => text !== what.text).slice(-2);
	shown.value = [...others, { ...what, id }];
	setTimeout(() => drop(id), (what.seconds ?? 8) * 1000);
	return () => drop(id);
}

/**
 * Shows why a command was refused, if it was. Returns whether it was carried out.
 */
export function tellRefusal(refusal: Pick<Refusal, "code"> | null): boolean {
	if (refusal) toast({ text: refusalSentence(refusal.code) });
	return refusal === null;
}

function drop(id: number): void {
	shown.value = shown.value.filter((one) => one.id !== id);
}

/** The list of messages. Each page has one, at its end. */
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
