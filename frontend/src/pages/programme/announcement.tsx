import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { day, programme as dictionary, hour, ownName, record, t, words, zone } from "@/i18n";
import { Agenda, CategoryLegend, expectedSeats, HemicycleChart, Nameplate } from "@/ui";
import type { Programme } from "@/wire/protocol";
import { Communique } from "./communique";

/** The programme as a document: what, when, where, who, and the chamber as it is set. */
export function Announcement({ programme }: { programme: Programme }) {
	const strings = t(dictionary);
	const { title, categories, items, speakers, languages } = programme;
	const seats = expectedSeats(programme);
	useEffect(() => {
		document.title = title;
	}, [title]);
	return (
		<article class="announcement">
			<header class="announcement-head">
				<p class="announcement-state" data-phase={programme.phase}>
					<strong>{strings.state[programme.phase]}</strong>
					<span>{strings.stateNote[programme.phase]}</span>
				</p>
				<h1>{title}</h1>
				<p class="announcement-organiser">{programme.organiser}</p>
			</header>
			<dl class="announcement-facts">
				<When programme={programme} />
				<Fact name={strings.place}>{programme.city}</Fact>
				<Fact name={strings.languages}>
					<span class="announcement-languages">
						{languages.map((code) => (
							<span key={code} lang={code}>
								{ownName(code)}
							</span>
						))}
					</span>
				</Fact>
			</dl>

			<Communique slug={programme.slug} />
			<section class="announcement-part">
				<h2>{strings.agenda}</h2>
				<Agenda items={items} seats={speakers} />
			</section>
			<section class="announcement-part">
				<h2>{strings.speakers}</h2>
				<ul class="announcement-speakers">
					{Object.entries(speakers).map(([key, seat]) => (
						<li key={key}>
							<Nameplate seat={seat} />
						</li>
					))}
				</ul>
			</section>
			<section class="announcement-part announcement-chamber">
				<h2>{strings.chamber}</h2>
				<div class="announcement-chart">
					<HemicycleChart categories={categories} seats={seats} anonymous />
				</div>
				<div class="announcement-legend">
					<CategoryLegend categories={categories} seats={seats} expectedOnly />
					<p class="soft">{strings.chamberNote}</p>
				</div>
			</section>
			<footer class="announcement-foot">
				<p>{programme.on_record ? strings.onRecord : strings.offRecord}</p>
				{programme.phase !== "closed" && <p>{strings.enter}</p>}
				{programme.readers && (
					<p>
						<a class="announcement-check" href={`/m/${programme.slug}/record`}>
							{t(record).record}
						</a>
					</p>
				)}
				{programme.phase !== "closed" && (
					<p>
						<a class="announcement-check" href={`/m/${programme.slug}/check`}>
							{strings.check}
						</a>
					</p>
				)}
			</footer>
		</article>
	);
}

/** The hour in the meeting's place, and in the reader's own where that is another. */
function When({ programme }: { programme: Programme }) {
	const { starts, timezone, minutes } = programme;
	const strings = t(dictionary);
	const elsewhere = zone(starts) !== zone(starts, timezone);
	const otherDay = day(starts) !== day(starts, timezone);
	const whole = minutes % 60 === 0;
	return (
		<>
			<Fact name={strings.date}>{day(starts, timezone)}</Fact>
			<Fact name={strings.time}>
				<span class="tabular">
					{hour(starts, timezone)}–{hour(starts + minutes * 60_000, timezone)}
				</span>{" "}
				{zone(starts, timezone)}
				{elsewhere && (
					<span class="announcement-own soft">
						{`${t(words).yourTime}: ${otherDay ? `${day(starts)}, ` : ""}${hour(starts)}, ${zone(starts)}`}
					</span>
				)}
			</Fact>
			<Fact name={strings.duration}>{whole ? strings.hours(minutes / 60) : strings.minutes(minutes)}</Fact>
		</>
	);
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}
