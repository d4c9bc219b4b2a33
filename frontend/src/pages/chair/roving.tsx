import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { FocusKeeper } from "./keep-focus";

/**
 * A list with one tab stop: the arrow keys go from row to row and from button to button in a row.
 *
 * Each row is a child with `data-row`; what can have the focus are the buttons in it. When a row or a button
 * that has the focus goes away, the focus goes to what took its place, never to the top of the page.
 */
export function RovingList(props: { label: string; class?: string; children: ComponentChildren }) {
	const list = useRef<HTMLUListElement>(null);
	useEffect(() => {
		if (list.current) return new Roving(list.current).stop;
	}, []);
	return (
		<ul ref={list} class={props.class ?? ""} aria-label={props.label}>
			{props.children}
		</ul>
	);
}

class Roving {
	readonly #list: HTMLElement;
	readonly #keeper: FocusKeeper;
	/** The row that has the tab stop, its place, and the place of the button in it. */
	#key: string | undefined;
	#row = 0;
	#cell = 0;

	constructor(list: HTMLElement) {
		this.#list = list;
		this.#keeper = new FocusKeeper(list, this.#settle);
		list.addEventListener("keydown", this.#move);
		list.addEventListener("focusin", this.#enter);
		this.#settle();
	}

	readonly stop = (): void => {
		this.#keeper.stop();
		this.#list.removeEventListener("keydown", this.#move);
		this.#list.removeEventListener("focusin", this.#enter);
	};

	#rows(): HTMLElement[] {
		return [...this.#list.querySelectorAll<HTMLElement>("[data-row]")];
	}

	/** Leaves one tab stop; it is what gets the focus of a button that went away. */
	readonly #settle = (): HTMLElement | null => {
		const rows = this.#rows();
		let row = rows.findIndex(({ dataset }) => dataset.row === this.#key);
		if (row < 0) row = Math.min(this.#row, rows.length - 1);
		const current = rows[row];
		const cells = current ? cellsOf(current) : [];
		const stop = cells[Math.min(this.#cell, cells.length - 1)] ?? null;
		for (const button of this.#list.querySelectorAll("button")) {
			const index = button === stop ? "0" : "-1";
			if (button.getAttribute("tabindex") !== index) button.setAttribute("tabindex", index);
		}
		return stop ?? headingOf(this.#list);
	};

	readonly #enter = ({ target }: FocusEvent): void => {
		if (!(target instanceof HTMLElement)) return;
		const row = target.closest<HTMLElement>("[data-row]");
		if (!row) return;
		this.#key = row.dataset.row;
		this.#row = this.#rows().indexOf(row);
		this.#cell = Math.max(0, cellsOf(row).indexOf(target));
		this.#settle();
	};

	readonly #move = (event: KeyboardEvent): void => {
		const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-row]") : null;
		if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
		const rows = this.#rows();
		const at = rows.indexOf(row);
		const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
		if (to !== undefined) {
			const next = rows[to];
			if (next) focusCell(next, this.#cell);
		} else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
			focusCell(row, this.#cell + (event.key === "ArrowRight" ? 1 : -1));
		} else return;
		event.preventDefault();
	};
}

function cellsOf(row: HTMLElement): HTMLElement[] {
	return [...row.querySelectorAll<HTMLElement>("button")];
}

function focusCell(row: HTMLElement, cell: number): void {
	const cells = cellsOf(row);
	cells[Math.max(0, Math.min(cell, cells.length - 1))]?.focus();
}

/** The heading of the section that an element lies in. */
function headingOf(element: HTMLElement): HTMLElement | null {
	return element.closest("section")?.querySelector<HTMLElement>("[tabindex='-1']") ?? null;
}
