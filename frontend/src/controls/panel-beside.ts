import { useEffect, useRef } from "preact/hooks";

/** Between the control and what it opens, and to the window's edge, in pixels. */
const GAP_PX = 8;

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
	const above = at.top - GAP_PX - height;
	const below = at.bottom + GAP_PX;
	const fits = below + height <= innerHeight - GAP_PX || above < GAP_PX;
	const top = fits ? Math.min(below, innerHeight - GAP_PX - height) : above;
	panel.style.top = `${Math.max(GAP_PX, top)}px`;
	panel.style.left = `${Math.max(GAP_PX, Math.min(at.left, innerWidth - GAP_PX - width))}px`;
}
