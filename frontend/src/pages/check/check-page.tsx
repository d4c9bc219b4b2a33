import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { check, t } from "@/i18n";
import { EmptyState, PageHeader } from "@/ui";
import type { CheckHere } from "@/wire/protocol";
import { backUrl, readHere } from "./here";
import { Intro } from "./intro";
import { CheckRun } from "./run";
import { Steps } from "./steps";
import { Verdict } from "./verdict-view";
import "./check.css";

/** The page "Can I take part?": what is tried, one step after the other, and what it comes to. */
export function CheckPage() {
	const here = useSignal<CheckHere | "loading" | null>("loading");
	const run = useSignal<CheckRun | null>(null);
	useEffect(() => {
		void readHere().then((found) => {
			here.value = found;
		});
		const leave = (): void => run.peek()?.close();
		addEventListener("pagehide", leave);
		return () => removeEventListener("pagehide", leave);
	}, [here, run]);

	const strings = t(check);
	useEffect(() => {
		document.title = `${strings.title} · Hemicycle`;
	}, [strings]);
	const found = here.value;
	const begin = (name: string): void => {
		run.peek()?.close();
		const role = found && found !== "loading" ? found.role : null;
		run.value = new CheckRun(name, role === "observer");
	};
	return (
		<>
			<PageHeader title={found && found !== "loading" ? found.title : "Hemicycle"} heading={false} />
			<main id="main" class="check">
				<h1>{strings.title}</h1>
				{found === null && <EmptyState title={strings.gone} />}
				{found !== null && found !== "loading" && run.value === null && (
					<Intro here={found} onBegin={begin} />
				)}
				{run.value && (
					<>
						<Verdict run={run.value} onAgain={begin} />
						<Steps run={run.value} />
					</>
				)}
				<p class="check-back">
					<a href={backUrl()}>{strings.back}</a>
				</p>
			</main>
		</>
	);
}
