import { effect, type Signal, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { keyboard as dictionary, t, words } from "@/i18n";
import { browserMemory } from "@/state";
import { Button } from "./button";
import { icons } from "./icons";
import "./keyboard.css";

/** The single keys of a page: whether they act, and whether the list of them is open. */
export class Keyboard {
	/**
	 * Whether single keys act; kept in this browser. Whoever dictates to the computer wants them
	 * off.
	 */
	readonly acts: Signal<boolean>;
	/** Whether the list of keys is open. */
	readonly open = signal(false);

	/** @param page - under what name the browser keeps the choice */
	constructor(page: string) {
		const stored = `hemicycle:${page}-keys`;
		this.acts = signal(browserMemory()?.getItem(stored) !== "off");
		effect(() => browserMemory()?.setItem(stored, this.acts.value ? "on" : "off"));
	}
}

/** Opens the list of keys. */
export function KeyboardButton({ keyboard }: { keyboard: Keyboard }) {
	return (
		<Button
			label={t(dictionary).title}
			shortcut="?"
			icon={icons.keyboard}
			onClick={() => {
				keyboard.open.value = true;
			}}
		/>
	);
}

/** Keys that belong together. */
export interface KeyList {
	title?: string;
	/** What is printed on each key, or on the keys that do alike, and what it does. */
	keys: readonly (readonly [caps: readonly string[], does: string])[];
}

/** The lines of a list of single keys, from what is printed on each and what it does. */
export function keyLines<Action extends string>(
	keys: readonly { cap: string; action: Action }[],
	words: Readonly<Record<Action, string>>,
): KeyList["keys"] {
	return keys.map(({ cap, action }) => [[cap], words[action]]);
}

/** Every key of a page, and the switch that turns single keys off. */
export function KeyboardDialog({ keyboard, lists }: { keyboard: Keyboard; lists: readonly KeyList[] }) {
	const dialog = useRef<HTMLDialogElement>(null);
	const open = keyboard.open.value;
	useEffect(() => {
		if (open) dialog.current?.showModal();
		else dialog.current?.close();
	}, [open]);
	const strings = t(dictionary);
	const close = (): void => {
		keyboard.open.value = false;
	};
	return (
		<dialog ref={dialog} class="keyboard" aria-labelledby="keyboard-title" onClose={close}>
			<h2 id="keyboard-title">{strings.title}</h2>
			<label class="keyboard-acts">
				<input
					type="checkbox"
					checked={keyboard.acts.value}
					onChange={({ currentTarget }) => {
						keyboard.acts.value = currentTarget.checked;
					}}
				/>
				{strings.single}
			</label>
			<div class="keyboard-lists">
				{lists.map(({ title, keys }) => (
					<div key={title}>
						{title !== undefined && <h3>{title}</h3>}
						<dl class={title === undefined ? "keyboard-keys keyboard-alone" : "keyboard-keys"}>
							{keys.map(([caps, does]) => (
								<div key={caps.join()}>
									<dt>
										{caps.map((cap) => (
											<kbd key={cap}>{cap}</kbd>
										))}
									</dt>
									<dd>{does}</dd>
								</div>
							))}
						</dl>
					</div>
				))}
			</div>
			<Button onClick={close}>{t(words).close}</Button>
		</dialog>
	);
}
