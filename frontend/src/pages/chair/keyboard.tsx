import { chairKeyboard, t } from "@/i18n";
import { Keyboard, KeyboardDialog, keyLines } from "@/ui";
import { type Shortcut, shortcuts } from "./shortcuts";

/** The chair's single keys. */
export const keyboard = new Keyboard("chair");

/** Every key of the page. */
export function Keys() {
	const strings = t(chairKeyboard);
	const keysOf = (scope: Shortcut["scope"]) =>
		keyLines(
			shortcuts.filter((shortcut) => shortcut.scope === scope),
			strings.action,
		);
	return (
		<KeyboardDialog
			keyboard={keyboard}
			lists={[
				{ title: strings.page, keys: keysOf("page") },
				{ title: strings.seat, keys: keysOf("seat") },
				{
					title: strings.lists,
					keys: [
						[["↑", "↓", "←", "→"], strings.arrows],
						[["Enter"], strings.enter],
						[["Esc"], strings.escape],
					],
				},
			]}
		/>
	);
}
