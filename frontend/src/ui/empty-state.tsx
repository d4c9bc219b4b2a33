import type { ComponentChildren } from "preact";
import "./empty-state.css";

export interface EmptyStateProps {
	/** The sentence that says what is the matter. */
	title: string;
	tone?: "paper" | "stage";
	/** Whether the sentence is the page's heading. */
	heading?: boolean;
	children?: ComponentChildren;
}

/** What stands where there is nothing to show (yet), with its sentence. */
export function EmptyState({ title, tone = "paper", heading = false, children }: EmptyStateProps) {
	const Title = heading ? "h1" : "p";
	return (
		<div class={`empty-state empty-state-${tone}`}>
			<Title class="empty-state-title">{title}</Title>
			{children}
		</div>
	);
}
