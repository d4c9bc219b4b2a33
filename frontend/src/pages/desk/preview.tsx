import { useId } from "preact/hooks";
import { desk as deskStrings, communique as dictionary, type RemarkCode, t } from "@/i18n";
import { Clip } from "@/ui";
import type { CommuniqueRemark, CommuniqueText } from "@/wire/protocol";
import type { RecordDesk } from "./desk";

const MARK = /\s*\[quote (\d{1,9})\]/g;

/** The communiqué as readers will see it: paragraphs, and a player for each quote. */
export function Preview({
	desk,
	language,
	text,
}: {
	desk: RecordDesk;
	language: string;
	text: CommuniqueText;
}) {
	const strings = t(dictionary);
	const quotes = new Map(desk.record.value?.quotes.map((quote) => [quote.id, quote]));
	const paragraphs = text.text
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== "");
	return (
		<section class="record-preview" aria-label={strings.preview}>
			<article lang={language}>
				<h2>{text.headline}</h2>
				{paragraphs.map((paragraph, place) => (
					<div key={`${place}`}>
						<p>{paragraph.replace(MARK, "")}</p>
						{[...paragraph.matchAll(MARK)].flatMap(([, number]) => {
							const quote = quotes.get(Number(number));
							return (quote?.spans ?? []).map((span) => (
								<Clip
									key={`${number}-${span.since}`}
									base={desk.base}
									name={desk.name(quote?.seat ?? "")}
									seat={quote?.seat ?? ""}
									since={span.since}
									until={span.until}
								/>
							));
						})}
					</div>
				))}
			</article>
		</section>
	);
}

/** What the organiser has to know, or to mend. */
export function Remarks({
	desk,
	title,
	remarks,
	warning = false,
}: {
	desk: RecordDesk;
	title: string;
	remarks: readonly CommuniqueRemark[];
	warning?: boolean;
}) {
	const heading = useId();
	if (remarks.length === 0) return null;
	return (
		<section class={warning ? "record-remarks record-warning" : "record-remarks"} aria-labelledby={heading}>
			<h2 id={heading}>{title}</h2>
			<ul>
				{remarks.map((remark) => (
					<li key={JSON.stringify(remark)}>
						<RemarkText desk={desk} remark={remark} />
					</li>
				))}
			</ul>
		</section>
	);
}

function RemarkText({ desk, remark }: { desk: RecordDesk; remark: CommuniqueRemark }) {
	const words = t(dictionary).codes[remark.code as RemarkCode] ?? remark.code;
	const number = remark.quote === undefined ? "" : `${t(deskStrings).quoted(remark.quote)} `;
	const about = remark.quote === undefined && remark.seat !== undefined ? ` ${desk.name(remark.seat)}` : "";
	return (
		<>
			{number}
			{words}
			{about}
			{remark.text && <q class="record-remark-words">{remark.text}</q>}
		</>
	);
}
