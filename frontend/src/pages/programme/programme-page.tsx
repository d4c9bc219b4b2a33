import { useEffect, useMemo } from "preact/hooks";
import { programme as dictionary, t } from "@/i18n";
import { ask, Remote } from "@/state";
import { Loadable, PageHeader } from "@/ui";
import type { Programme } from "@/wire/protocol";
import { Announcement } from "./announcement";
import "./programme.css";

/** How often the page looks whether the meeting has been opened or closed. */
const POLL_INTERVAL_MS = 30_000;

/** A meeting's public page: what is planned, and whether it is being held now. */
export function ProgrammePage({ slug }: { slug: string }) {
	const remote = useMemo(
		() => new Remote(() => ask<Programme>(`/api/meetings/${encodeURIComponent(slug)}`), { 404: "unknown" }),
		[slug],
	);
	useEffect(() => remote.follow(POLL_INTERVAL_MS), [remote]);
	const strings = t(dictionary);
	return (
		<>
			<PageHeader title={remote.value.value?.organiser ?? "Hemicycle"} heading={false} />
			<main id="main" class="programme">
				<Loadable remote={remote} strings={strings} heading>
					{(programme) => <Announcement programme={programme} />}
				</Loadable>
			</main>
		</>
	);
}
