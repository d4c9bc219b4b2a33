import { t, words } from "@/i18n";
import { Button } from "./button";
import { EmptyState } from "./empty-state";

export interface UnloadedProps {
	/** Says that it is being loaded, or why it is not there. */
	title: string;
	/** Whether the sentence is the page's heading. */
	heading?: boolean;
	/** Loads it again; null where that would be of no use. */
	load: (() => Promise<void>) | null;
}

/** What stands on a page until there is what it shows. */
export function Unloaded({ title, heading = false, load }: UnloadedProps) {
	return (
		<EmptyState title={title} heading={heading}>
			{load && (
				<Button kind="primary" onClick={() => void load()}>
					{t(words).tryAgain}
				</Button>
			)}
		</EmptyState>
	);
}
