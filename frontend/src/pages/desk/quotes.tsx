import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { quotes as dictionary, hour, ownName, t } from "@/i18n";
import { type QuoteAction, quoteActions } from "@/state";
import { Button, Clip, ConfirmButton, EmptyState, toast } from "@/ui";
import type { Quote } from "@/wire/protocol";
import type { RecordDesk } from "./desk";

/** Every quote, where it stands with its speaker, and what can be done about it. */
export function QuotesTab({ desk }: { desk: RecordDesk }) {
	const strings = t(dictionary);
	const quotes = desk.record.value?.quotes ?? [];
	if (quotes.length === 0) {
		return (
			<EmptyState title={strings.empty}>
				<p class="soft record-help">{strings.emptyHelp}</p>
			</EmptyState>
		);
	}
	return (
		<ul class="record-quotes">
			{quotes.map((quote) => (
				<QuoteCard key={quote.id} desk={desk} quote={quote} />
			))}
		</ul>
	);
}

function QuoteCard({ desk, quote }: { desk: RecordDesk; quote: Quote }) {
	const strings = t(dictionary);
	const heading = useId();
	const amended = quote.text !== quote.said;
	return (
		<li class="panel record-quote">
			<article aria-labelledby={heading}>
				<header class="record-quote-head">
					<h2 id={heading}>
						{strings.quote(quote.id)}: {desk.name(quote.seat)}
					</h2>
					<p class="record-stage" data-stage={quote.stage}>
						{strings.stages[quote.stage]}
						{quote.overridden && <strong> · {strings.overridden}</strong>}
					</p>
				</header>
				{amended && <p class="soft">{strings.approvedWords}</p>}
				<blockquote lang={quote.language}>{quote.text}</blockquote>
				{amended && (
					<>
						<p class="soft">{strings.said}</p>
						<blockquote class="record-said" lang={quote.language}>
							{quote.said}
						</blockquote>
					</>
				)}
				{quote.remark && (
					<p>
						<span class="soft">{strings.remark}: </span>
						{quote.remark}
					</p>
				)}
				{quote.spans.map((span) => (
					<Clip
						key={span.since}
						base={desk.base}
						name={desk.name(quote.seat)}
						seat={quote.seat}
						since={span.since}
						until={span.until}
					/>
				))}
				<Asking desk={desk} quote={quote} />
				{quote.stage !== "withdrawn" && <Translations desk={desk} quote={quote} />}
			</article>
		</li>
	);
}

/** How the speaker is asked, and the acts that the quote's state leaves. */
function Asking({ desk, quote }: { desk: RecordDesk; quote: Quote }) {
	const strings = t(dictionary);
	const record = desk.record.value;
	const act = async (what: QuoteAction, told: string): Promise<void> => {
		if (await desk.quote(quote.id, what)) toast({ text: told });
	};
	const actions = quoteActions(quote);
	const open = actions.includes("ask");
	return (
		<>
			{quote.stage === "asked" && quote.mailed_at !== undefined && (
				<p class="soft">{strings.mailed(hour(quote.mailed_at, record?.meeting.timezone))}</p>
			)}
			{quote.mail_fault && quote.stage === "asked" && (
				<p class="record-warning" role="status">
					{strings.mailFault} <span lang="en">{quote.mail_fault}</span>
				</p>
			)}
			{open && record && !record.can_mail && <p class="soft">{strings.noMail}</p>}
			{open && record?.can_mail && !record.mails[quote.seat] && <p class="soft">{strings.noAddress}</p>}
			<div class="record-line-acts">
				{open && (
					<Button
						kind={quote.stage === "made" ? "primary" : "quiet"}
						onClick={() => void act("ask", strings.asked)}
					>
						{quote.stage === "made" ? strings.ask : strings.askAgain}
					</Button>
				)}
				{actions.includes("override") && (
					<ConfirmButton
						kind="danger"
						question={strings.overrideQuestion}
						confirm={strings.overrideConfirm}
						onClick={() => void act("override", strings.overriddenNow)}
					>
						{strings.override}
					</ConfirmButton>
				)}
				{actions.includes("withdraw") && (
					<ConfirmButton
						question={strings.withdrawQuestion}
						confirm={strings.withdraw}
						onClick={() => void act("withdraw", strings.withdrawnNow)}
					>
						{strings.withdraw}
					</ConfirmButton>
				)}
			</div>
		</>
	);
}

function Translations({ desk, quote }: { desk: RecordDesk; quote: Quote }) {
	const strings = t(dictionary);
	const spoken = quote.language.split("-")[0];
	const languages = (desk.record.value?.languages ?? []).filter((language) => language !== spoken);
	return (
		<details class="record-versions">
			<summary>{strings.translations}</summary>
			{languages.map((language) => (
				<Translation key={language} desk={desk} quote={quote} language={language} />
			))}
		</details>
	);
}

function Translation({ desk, quote, language }: { desk: RecordDesk; quote: Quote; language: string }) {
	const strings = t(dictionary);
	const kept = quote.translations[language] ?? "";
	const text = useSignal(kept);
	const id = useId();
	return (
		<form
			class="record-field"
			onSubmit={(event) => {
				event.preventDefault();
				void desk.translate(quote.id, language, text.value).then((done) => {
					if (done) toast({ text: strings.translationSaved });
				});
			}}
		>
			<label for={id}>{strings.translation(ownName(language))}</label>
			<textarea
				id={id}
				class="record-input"
				rows={2}
				lang={language}
				maxLength={4000}
				value={text.value}
				onInput={(event) => {
					text.value = event.currentTarget.value;
				}}
			/>
			{text.value.trim() !== kept && (
				<div class="record-line-acts">
					<Button type="submit" onClick={() => undefined}>
						{strings.save}
					</Button>
				</div>
			)}
		</form>
	);
}
