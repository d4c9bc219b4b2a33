import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { LANGUAGES, type Language, language, ownName, setLanguage, t, ui } from "@/i18n";
import { icons } from "./icons";
import { type Theme, theme } from "./theme";
import "./menus.css";

interface MenuProps {
	label: string;
	icon: ComponentChildren;
	value: string;
	/** The select goes back to `value` where the answer is false. */
	onChange: (value: string) => undefined | Promise<boolean>;
	children: ComponentChildren;
}

function Menu({ label, icon, value, onChange, children }: MenuProps) {
	const id = useId();
	return (
		<div class="menu">
			<label class="visually-hidden" for={id}>
				{label}
			</label>
			<span class="menu-icon" aria-hidden="true">
				{icon}
			</span>
			<select
				id={id}
				title={label}
				value={value}
				onChange={async ({ currentTarget: select }) => {
					if ((await onChange(select.value)) === false) select.value = value;
				}}
			>
				{children}
			</select>
		</div>
	);
}

/** The menu of the page's language; each language by its own name. */
export function LanguageMenu() {
	return (
		<Menu
			label={t(ui).pageLanguage}
			icon={icons.language}
			value={language.value}
			onChange={(value) => setLanguage(value as Language)}
		>
			{LANGUAGES.map((code) => (
				<option key={code} value={code} lang={code}>
					{capital(ownName(code))}
				</option>
			))}
		</Menu>
	);
}

/** The menu of the page's theme. */
export function ThemeSwitch() {
	const names = t(ui).themes;
	return (
		<Menu
			label={t(ui).theme}
			icon={icons.theme}
			value={theme.value}
			onChange={(value) => {
				theme.value = value as Theme;
			}}
		>
			<option value="system">{names.system}</option>
			<option value="light">{names.light}</option>
			<option value="dark">{names.dark}</option>
		</Menu>
	);
}

function capital(name: string): string {
	return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
