import { effect, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t, words } from "@/i18n";
import { boothTexts } from "@/i18n/booth-texts";
import { browserMemory } from "@/media/browser-memory";
import { Button, icons } from "@/ui";
import { type Deed, deedOf, KEYS, takesText } from "./keys";

const STORED = "hemicycle:booth-keys";

/** Whether single keys act; kept in this browser. Whoever dictates to the computer wants them off. */
export const singleKeys = signal(browserMemory()?.getItem(STORED) !== "off");

effect(() => browserMemory()?.setItem(STORED, singleKeys.value ? "on" : "off"));

/** Whether the list of keys is open. */
export const keyboardOpen = signal(false);

/** What the keys do. `cough` begins with the key going down, and ends as it goes up. */
export interface Deeds {
	cough: (held: boolean) => void;
	act: (deed: Exclude<Deed, "cough">, nth: number) => void;
}

/** Makes the single keys act, except while somebody types. */
export function useKeys(deeds: Deeds): void {
	const latest = useRef(deeds);
	latest.current = deeds;
	useEffect(() => {
		/** The key that is held to be silent, by its place: its letter may change meanwhile. */
		let held: string | null = null;
		const down = (event: KeyboardEvent): void => {
			if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
			if (!singleKeys.peek() || takesText(event.target)) return;
			const asked = deedOf(event);
			if (asked === null) return;
			event.preventDefault();
			if (event.repeat && asked.deed !== "down" && asked.deed !== "up") return;
			if (asked.deed !== "cough") latest.current.act(asked.deed, asked.nth);
			else {
				held = event.code;
				latest.current.cough(true);
			}
		};
		const up = (event: KeyboardEvent): void => {
			if (held === null || event.code !== held) return;
			held = null;
			latest.current.cough(false);
		};
		document.addEventListener("keydown", down);
		document.addEventListener("keyup", up);
		return () => {
			document.removeEventListener("keydown", down);
			document.removeEventListener("keyup", up);
		};
	}, []);
}

/** Opens the list of keys. */
export function KeyboardButton() {
	return (
		<Button
			label={t(boothTexts).keys.title}
			shortcut="?"
			icon={icons.keyboard}
			onClick={() => {
				keyboardOpen.value = true;
			}}
		/>
	);
}

/** Every key of the page, and the switch that turns them off. */
export function KeyboardDialog() {
	const dialog = useRef<HTMLDialogElement>(null);
	const open = keyboardOpen.value;
	useEffect(() => {
		if (open) dialog.current?.showModal();
		else dialog.current?.close();
	}, [open]);
	const strings = t(boothTexts).keys;
	const close = (): void => {
		keyboardOpen.value = false;
	};
	return (
		<dialog ref={dialog} class="booth-keyboard" aria-labelledby="keyboard-title" onClose={close}>
			<h2 id="keyboard-title">{strings.title}</h2>
			<label class="booth-check">
				<input
					type="checkbox"
					checked={singleKeys.value}
					onChange={({ currentTarget }) => {
						singleKeys.value = currentTarget.checked;
					}}
				/>
				{strings.single}
			</label>
			<dl class="booth-keys">
				{KEYS.map(({ cap, deed }) => (
					<div key={cap}>
						<dt>
							<kbd>{deed === "source" ? "1 – 9" : cap}</kbd>
						</dt>
						<dd>{strings.deed[deed]}</dd>
					</div>
				))}
				<div>
					<dt>
						<kbd>Esc</kbd>
					</dt>
					<dd>{strings.escape}</dd>
				</div>
			</dl>
			<Button onClick={close}>{t(words).close}</Button>
		</dialog>
	);
}
