import { useEffect, useRef } from "preact/hooks";
import { check, t } from "@/i18n";
import { Button } from "@/ui";
import type { CheckRun } from "./run";

/** What the check comes to, in one sentence, and what to do. */
export function Verdict({ run, onAgain }: { run: CheckRun; onAgain: (name: string) => void }) {
	const strings = t(check);
	const result = run.result.value;
	const sent = run.sent.value;
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		if (result) heading.current?.focus();
	}, [result]);
	if (result === null) return null;
	const { verdict, name = "" } = result;
	return (
		<section class="check-verdict" data-verdict={verdict}>
			<h2 ref={heading} tabIndex={-1}>
				{strings.verdict[verdict]}
			</h2>
			<p>{strings.next[verdict]}</p>
			<p role="status" class="soft" data-sent={String(sent)}>
				{sent === null ? strings.sending : sent ? strings.sent : strings.unsent}
			</p>
			<div>
				<Button kind={verdict === "ready" ? "quiet" : "primary"} onClick={() => onAgain(name)}>
					{strings.again}
				</Button>
			</div>
		</section>
	);
}
