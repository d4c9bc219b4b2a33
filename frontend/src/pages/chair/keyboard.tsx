import { effect, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t, words } from "@/i18n";
import { chairKeyboard } from "@/i18n/chair-keyboard";
import { Button, icons } from "@/ui";
import { shortcuts } from "./shortcuts";

const STORED = "hemicycle:chair-keys";

/** Whether single keys act; remembered in this browser. Whoever dictates to the computer wants them off. */
export const singleKeys = signal(stored());

function stored(): boolean {
	try {
		return localStorage.getItem(STORED) !== "off";
	} catch {
		return true; // storage is barred: the choice lasts as long as the page
	}
}

effect(() => {
	try {
		localStorage.setItem(STORED, singleKeys.value ? "on" : "off");
	} catch {
		// storage is barred: the choice lasts as long as the page
	}
});

/** Whether the list of keys is open. */
export const keyboardOpen = signal(false);

/** Opens the list of keys. */
export function KeyboardButton() {
	return (
		<Button
			class="desk-keyboard-button"
			label={t(chairKeyboard).title}
			shortcut="?"
			icon={icons.keyboard}
			onClick={() => {
				keyboardOpen.value = true;
			}}
		/>
	);
}

/** Every key of the page, and the switch that turns single keys off. */
export function KeyboardDialog() {
	const dialog = useRef<HTMLDialogElement>(null);
	const open = keyboardOpen.value;
	useEffect(() => {
		if (open) dialog.current?.showModal();
		else dialog.current?.close();
	}, [open]);
	const strings = t(chairKeyboard);
	const close = () => {
		keyboardOpen.value = false;
	};
	return (
		<dialog ref={dialog} class="desk-keyboard" aria-labelledby="keyboard-title" onClose={close}>
			<h2 id="keyboard-title">{strings.title}</h2>
			<label class="desk-keyboard-single">
				<input
					type="checkbox"
					checked={singleKeys.value}
					onChange={(event) => {
						singleKeys.value = event.currentTarget.checked;
					}}
				/>
				{strings.single}
			</label>
			<div class="desk-keyboard-lists">
				<Keys title={strings.page} scope="page" />
				<Keys title={strings.seat} scope="seat" />
				<div>
					<h3>{strings.lists}</h3>
					<dl class="desk-keyboard-keys">
						<Key caps={["↑", "↓", "←", "→"]} text={strings.arrows} />
						<Key caps={["Enter"]} text={strings.enter} />
						<Key caps={["Esc"]} text={strings.escape} />
					</dl>
				</div>
			</div>
			<Button onClick={close}>{t(words).close}</Button>
		</dialog>
	);
}

function Keys({ title, scope }: { title: string; scope: "page" | "seat" }) {
	return (
		<div>
			<h3>{title}</h3>
			<dl class="desk-keyboard-keys">
				{shortcuts
					.filter((shortcut) => shortcut.scope === scope)
					.map(({ cap, deed }) => (
						<Key key={cap} caps={[cap]} text={t(chairKeyboard).deed[deed]} />
					))}
			</dl>
		</div>
	);
}

function Key({ caps, text }: { caps: readonly string[]; text: string }) {
	return (
		<div>
			<dt>
				{caps.map((cap) => (
					<kbd key={cap}>{cap}</kbd>
				))}
			</dt>
			<dd>{text}</dd>
		</div>
	);
}
