import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { icons } from "@/ui";
import "./menu-panel.css";

/** The gap between the button and its panel, and between the panel and the window's edge. */
const GAP_PX = 8;

export interface MenuPanelProps {
	icon: ComponentChildren;
	/** What is chosen here, and what is chosen now. */
	label: string;
	/** What the button shows. */
	children: ComponentChildren;
	/** The choices. */
	panel: ComponentChildren;
	class?: string;
}

/** A button that says what is chosen, and opens a panel of choices beside it. */
export function MenuPanel({ icon, label, children, panel: choices, ...props }: MenuPanelProps) {
	const id = useId();
	const { button, panel } = usePanelBeside();
	return (
		<div class={props.class ? `channel ${props.class}` : "channel"}>
			<button
				ref={button}
				type="button"
				class="button button-quiet channel-button"
				popovertarget={id}
				aria-label={label}
			>
				<span class="button-icon" aria-hidden="true">
					{icon}
				</span>
				{children}
				<span class="channel-arrow" aria-hidden="true">
					{icons.down}
				</span>
			</button>
			<div ref={panel} id={id} popover="auto" class="channel-panel">
				{choices}
			</div>
		</div>
	);
}

/** Keeps a popover beside the button that opens it, at each opening and when the window changes. */
function usePanelBeside() {
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
	}, []);
	return { button, panel };
}

/** Places the panel above or below its button, wherever there is room. */
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
