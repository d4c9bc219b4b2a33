import { t, ui, words } from "@/i18n";
import type { Item, Seat } from "@/wire/protocol";
import { Clock } from "./clock";
import { plateOf } from "./plate";
import "./agenda.css";

export interface AgendaProps {
	items: readonly Item[];
	/** The seats of the items' speakers, by key. */
	seats: Readonly<Record<string, Seat>>;
	/** The key of the present item. */
	item?: string | undefined;
	/** When the present item was called, in milliseconds of the server's clock. */
	since?: number | undefined;
	/** The server's clock; with it, the running time of the present item is shown. */
	now?: () => number;
}

/** The agenda, the present item marked, with how long each is planned to take and who speaks. */
export function Agenda({ items, seats, item, since, now }: AgendaProps) {
	if (items.length === 0) return <p class="soft">{t(ui).emptyAgenda}</p>;
	const place = items.findIndex(({ key }) => key === item);
	return (
		<ol class="agenda">
			{items.map(({ key, title, minutes, speaker }, i) => {
				const seat = speaker === undefined ? undefined : seats[speaker];
				const present = key === item;
				return (
					<li
						key={key}
						class={i < place ? "agenda-gone" : undefined}
						aria-current={present ? "step" : undefined}
					>
						<span class="agenda-number tabular">{i + 1}</span>
						<div class="agenda-item">
							<p class="agenda-title">{title}</p>
							{seat && <p class="soft">{plateOf(seat).head}</p>}
							<p class="agenda-time soft">
								{present && <strong class="agenda-now">{t(ui).now}</strong>}
								<span class="tabular">{t(words).minutes(minutes)}</span>
								{present && now && since !== undefined && <Clock now={now} from={since} minutes={minutes} />}
							</p>
						</div>
					</li>
				);
			})}
		</ol>
	);
}
