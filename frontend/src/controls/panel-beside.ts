import { useEffect, useRef } from "preact/hooks";

/** Between the control and what it opens, and to the window's edge, in pixels. */
const GAP = 8;

/**
 * Keeps a popover beside the button that opens it, at each opening and when the window changes.
 *
 * @param shown - whether both are on the page
 */
export function usePanelBeside(shown: boolean) {
	const button = useRef<HTMLButtonElement>(null);
	const panel = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const opened = panel.current;
		if (opened === null) return undefined;
		const place = () => {
			if (button.current && opened.matches(":popover-open")) placeBeside(opened, button.current);
		};
		opened.addEventListener("toggle", place);
		addEventListener("resize", place);
		return () => {
			opened.removeEventListener("toggle", place);
			removeEventListener("resize", place);
		};
	}, [shown]);
	return { button, panel };
}

/** Over or under what opened it, wherever there is room. */
function placeBeside(panel: HTMLElement, opener: HTMLElement): void {
	const at = opener.getBoundingClientRect();
	const { offsetWidth: width, offsetHeight: height } = panel;
	const above = at.top - GAP - height;
	const below = at.bottom + GAP;
	const fits = below + height <= innerHeight - GAP || above < GAP;
	const top = fits ? Math.min(below, innerHeight - GAP - height) : above;
	panel.style.top = `${Math.max(GAP, top)}px`;
	panel.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - GAP - width))}px`;
}
