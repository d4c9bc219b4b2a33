/** The foundation of every page, imported by its entry only: tokens, base rules, fonts, theme. */
import { type ComponentChild, render } from "preact";
import { ready } from "@/i18n";
import "./tokens.css";
import "./base.css";
import "./fonts";
import "./theme";

/**
 * Shows the page as soon as the strings of its language are there, so that no other language is
 * seen.
 */
export async function show(page: ComponentChild): Promise<void> {
	await ready();
	render(page, document.body);
}
