import type { ComponentChildren } from "preact";
import { t, words } from "@/i18n";
import type { Remote } from "@/state";
import { Button } from "./button";
import { EmptyState } from "./empty-state";

export interface LoadableProps<Value, Fault extends string> {
	remote: Remote<Value, Fault>;
	/** Says that it is being loaded, or why it is not there. */
	strings: Readonly<Record<"loading" | "failed" | Fault, string>>;
	/** Whether that sentence is the page's heading. */
	heading?: boolean;
	children: (value: Value) => ComponentChildren;
}

/**
 * What was read from the server; until it is there, a sentence, with a button to try again where
 * that may help.
 */
export function Loadable<Value, Fault extends string>(props: LoadableProps<Value, Fault>) {
	const { remote, strings, heading = false, children } = props;
	const value = remote.value.value;
	if (value !== null) return <>{children(value)}</>;
	const missing = remote.missing.value;
	return (
		<EmptyState title={strings[missing]} heading={heading}>
			{missing === "failed" && (
				<Button kind="primary" onClick={() => void remote.load()}>
					{t(words).tryAgain}
				</Button>
			)}
		</EmptyState>
	);
}
