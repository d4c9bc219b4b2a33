import type { ComponentChildren } from "preact";
import "./empty-state.css";

export interface EmptyStateProps {
	/** The sentence that says what is the matter. */
	title: string;
	tone?: "paper" | "stage";
	children?: ComponentChildren;
}

/** What stands where there is nothing to show (yet), with its sentence. */
export function EmptyState({ title, tone = "paper", children }: EmptyStateProps) {
	return (
		<div class={`empty-state empty-state-${tone}`}>
			<p class="empty-state-title">{title}</p>
			{children}
		</div>
	);
}
