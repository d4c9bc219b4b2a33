import type { ComponentChildren } from "preact";
import { t, ui } from "@/i18n";
import { LanguageMenu, ThemeSwitch } from "./menus";
import "./page-header.css";

export interface PageHeaderProps {
	/**
	 * The meeting's title, or what the page is. Set as the page's only h1 where `heading` says so.
	 */
	title: string;
	heading?: boolean;
	/** The content before the menus. */
	children?: ComponentChildren;
}

/**
 * The band at the top of every page: whose page it is, and its language and appearance at the
 * right.
 */
export function PageHeader({ title, heading = true, children }: PageHeaderProps) {
	const Title = heading ? "h1" : "p";
	return (
		<header class="page-header">
			<a class="skip" href="#main">
				{t(ui).skip}
			</a>
			<Mark />
			<Title class="page-header-title" title={title}>
				{title}
			</Title>
			<div class="page-header-end">
				{children}
				<LanguageMenu />
				<ThemeSwitch />
			</div>
		</header>
	);
}

/** The logo: a small hemicycle. */
export function Mark() {
	return (
		<svg class="mark" viewBox="0 0 32 20" aria-hidden="true">
			{MARK.map(([x, y]) => (
				<circle key={`${x}`} cx={x} cy={y} r="2.1" />
			))}
			<circle cx="16" cy="17" r="2.1" class="mark-rostrum" />
		</svg>
	);
}

/** Four seats inside and seven outside, on half circles around (16, 17). */
const MARK = [8, 14].flatMap((radius, row) => {
	const seats = row === 0 ? 4 : 7;
	return Array.from({ length: seats }, (_, i) => {
		const angle = Math.PI * (1 - i / (seats - 1));
		return [16 + radius * Math.cos(angle), 17 - radius * Math.sin(angle)] as const;
	});
});
