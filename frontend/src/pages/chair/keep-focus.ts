import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Keeps the focus in a part of the page whose buttons come and go.
 *
 * Without it, a button that is pressed and then replaced (open, close) drops the focus to the top of the page,
 * and whoever works by keyboard starts anew.
 */
export class FocusKeeper {
	readonly #root: HTMLElement;
	readonly #changed: () => HTMLElement | null;
	readonly #observer: MutationObserver;
	#focused: HTMLElement | null = null;

	/** @param changed - called after each change in `root`; says what gets the focus if it was lost by it */
	constructor(root: HTMLElement, changed: () => HTMLElement | null) {
		this.#root = root;
		this.#changed = changed;
		this.#observer = new MutationObserver(this.#check);
		this.#observer.observe(root, { childList: true, subtree: true });
		root.addEventListener("focusin", this.#enter);
		root.addEventListener("focusout", this.#leave);
	}

	readonly stop = (): void => {
		this.#observer.disconnect();
		this.#root.removeEventListener("focusin", this.#enter);
		this.#root.removeEventListener("focusout", this.#leave);
	};

	readonly #enter = ({ target }: FocusEvent): void => {
		if (target instanceof HTMLElement) this.#focused = target;
	};

	readonly #leave = ({ target }: FocusEvent): void => {
		// What goes away loses the focus too; only what stays was left on purpose.
		queueMicrotask(() => {
			if (target === this.#focused && this.#focused?.isConnected) this.#focused = null;
		});
	};

	readonly #check = (): void => {
		const next = this.#changed();
		if (this.#focused === null || this.#focused.isConnected) return;
		this.#focused = null;
		if (document.activeElement === null || document.activeElement === document.body) next?.focus();
	};
}

/** The ref of a part in which the focus is kept: it goes to the part's first button. */
export function useKeptFocus<Part extends HTMLElement>(): RefObject<Part | null> {
	const part = useRef<Part>(null);
	useEffect(() => {
		const root = part.current;
		if (root) return new FocusKeeper(root, () => root.querySelector<HTMLElement>("button")).stop;
	}, []);
	return part;
}
