import { clock, record as dictionary, percent, t } from "@/i18n";
import { Nameplate } from "@/ui";
import type { ArchiveContents } from "@/wire/protocol";
import { letterOf, toneOf } from "./speakers";

/** Who had the floor for how long: a table whose last column is a chart. */
export function Spoke({ contents }: { contents: ArchiveContents }) {
	const strings = t(dictionary);
	const { spoke, seats } = contents;
	const all = Object.values(spoke).reduce((sum, seconds) => sum + seconds, 0);
	const most = Math.max(1, ...Object.values(spoke));
	return (
		<section class="record-part" aria-labelledby="spoke">
			<h2 id="spoke">{strings.spoke}</h2>
			{all === 0 ? (
				<p class="soft">{strings.nobodySpoke}</p>
			) : (
				<table class="record-spoke">
					<thead>
						<tr>
							<th scope="col">{strings.speaker}</th>
							<th scope="col">{strings.time}</th>
							<th scope="col">{strings.share}</th>
						</tr>
					</thead>
					<tbody>
						{Object.entries(spoke).map(([key, seconds]) => (
							<tr key={key}>
								<th scope="row">
									<span class="record-letter" data-tone={toneOf(contents, key)} aria-hidden="true">
										{letterOf(contents, key)}
									</span>
									{seats[key] && <Nameplate seat={seats[key]} />}
								</th>
								<td class="tabular">{clock(seconds * 1000)}</td>
								<td>
									<span class="record-bar" aria-hidden="true">
										<span
											data-tone={toneOf(contents, key)}
											style={{ inlineSize: `${(100 * seconds) / most}%` }}
										/>
									</span>
									<span class="tabular">{percent((100 * seconds) / all)}</span>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}
