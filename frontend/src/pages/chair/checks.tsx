import { useSignal } from "@preact/signals";
import { chairChecks, count, day, hour, t } from "@/i18n";
import { Button } from "@/ui";
import type { KeptCheck, KeptChecks, Meeting } from "@/wire/protocol";
import { newest } from "./checked";
import type { ChairModel } from "./model";
import "./checks.css";

/** What the guests found out on the page "Can I take part?", read when it is opened. */
export function Checks({ model, meeting }: { model: ChairModel; meeting: Meeting }) {
	const strings = t(chairChecks);
	const found = useSignal<KeptCheck[] | null>(null);
	const failed = useSignal(false);
	const read = async () => {
		try {
			const answer = await fetch("check/results");
			failed.value = !answer.ok;
			if (answer.ok) found.value = newest(((await answer.json()) as KeptChecks).checks);
		} catch {
			failed.value = true;
		}
	};
	const checks = found.value;
	const seats = Object.keys(meeting.seats).length;
	const address = `${location.origin}/m/${meeting.slug}/check`;
	return (
		<details
			class="chair-checks"
			onToggle={({ currentTarget }) => {
				if (currentTarget.open) void read();
			}}
		>
			<summary>{strings.title}</summary>
			<div aria-live="polite">
				{failed.value && <p role="alert">{strings.failed}</p>}
				{checks !== null && (
					<p>
						{checks.length === 0
							? strings.none
							: strings.summary(count(checks.filter(({ seat }) => seat).length), count(seats))}
					</p>
				)}
			</div>
			{checks !== null && checks.length > 0 && (
				<ul class="chair-checks-list">
					{checks.map((check) => (
						<Check key={`${check.seat}/${check.at}`} check={check} model={model} meeting={meeting} />
					))}
				</ul>
			)}
			{checks !== null && (
				<p class="chair-checks-address">
					{checks.length > 0 && <span class="soft">{strings.address} </span>}
					<a href={address}>{address}</a>
				</p>
			)}
			<Button onClick={() => void read()}>{strings.again}</Button>
		</details>
	);
}

function Check({ check, model, meeting }: { check: KeptCheck; model: ChairModel; meeting: Meeting }) {
	const strings = t(chairChecks);
	const { at, seat, verdict, way, delay, browser } = check;
	const how = [
		browser,
		way && strings.way[way],
		delay !== null && strings.delay(count(delay)),
		`${day(at, meeting.timezone)}, ${hour(at, meeting.timezone)}`,
	];
	return (
		<li>
			<p>
				<strong>{seat === null ? check.name || strings.noSeat : model.name(seat)}</strong>
				{seat === null && check.name !== "" && <span class="soft"> ({strings.noSeat})</span>}
			</p>
			<p data-verdict={verdict}>{strings.verdict[verdict]}</p>
			<p class="soft">{how.filter(Boolean).join(" · ")}</p>
		</li>
	);
}
