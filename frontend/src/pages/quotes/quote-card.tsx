import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { desk, quotes as dictionary, ownName, refusalSentence, refusals, t } from "@/i18n";
import { ask, type QuoteAnswer, quoteAnswers } from "@/state";
import { Button, Clip, toast } from "@/ui";
import type { Quote } from "@/wire/protocol";

interface CardProps {
	base: string;
	name: string;
	quote: Quote;
	onChange: (quote: Quote) => void;
}

/** One quote: the words, their sound, and the speaker's answer. */
export function QuoteCard({ base, name, quote, onChange }: CardProps) {
	const all = t(dictionary);
	const strings = all.page;
	const answering = useSignal<"choosing" | "amending" | "refusing" | "answered">(
		quote.stage === "asked" ? "choosing" : "answered",
	);
	const heading = useId();
	const answer = async (what: QuoteAnswer, body: object | null): Promise<void> => {
		const sent = await ask<Quote>(`${base}/quotes/${quote.id}/${what}`, body);
		if (!sent.ok) {
			toast({ text: why(sent.code) }); // what was typed stays
			return;
		}
		onChange(sent.value);
		answering.value = "answered";
	};
	const { stage } = quote;
	useEffect(() => {
		if (stage === "asked") answering.value = "choosing";
	}, [stage, answering]);
	return (
		<li class="panel quotes-card">
			<article aria-labelledby={heading}>
				<h2 id={heading}>{all.quote(quote.id)}</h2>
				<blockquote lang={quote.language}>{quote.text}</blockquote>
				{quote.text !== quote.said && (
					<>
						<p class="soft">{all.said}</p>
						<blockquote class="quotes-said" lang={quote.language}>
							{quote.said}
						</blockquote>
					</>
				)}
				{quote.spans.map((span) => (
					<Clip
						key={span.since}
						base={base}
						name={name}
						seat={quote.seat}
						since={span.since}
						until={span.until}
					/>
				))}
				{Object.entries(quote.translations).map(([language, text]) => (
					<div key={language}>
						<p class="soft">{all.translation(ownName(language))}</p>
						<p lang={language}>{text}</p>
					</div>
				))}
				<p class="quotes-answer" role="status">
					{stage === "approved" && strings.approved}
					{stage === "amended" && strings.amended}
					{stage === "refused" && strings.refused}
				</p>
				{quoteAnswers(quote).length > 0 && answering.value === "answered" && (
					<div class="quotes-acts">
						<Button
							onClick={() => {
								answering.value = "choosing";
							}}
						>
							{strings.change}
						</Button>
					</div>
				)}
				{answering.value === "choosing" && (
					<div class="quotes-acts">
						<Button kind="primary" onClick={() => void answer("approve", null)}>
							{strings.approve}
						</Button>
						<Button
							onClick={() => {
								answering.value = "amending";
							}}
						>
							{strings.amend}
						</Button>
						<Button
							kind="danger"
							onClick={() => {
								answering.value = "refusing";
							}}
						>
							{strings.refuse}
						</Button>
					</div>
				)}
				{(answering.value === "amending" || answering.value === "refusing") && (
					<AnswerForm
						key={answering.value}
						quote={quote}
						amends={answering.value === "amending"}
						onSend={answer}
						onCancel={() => {
							answering.value = stage === "asked" ? "choosing" : "answered";
						}}
					/>
				)}
			</article>
		</li>
	);
}

interface AnswerProps {
	quote: Quote;
	amends: boolean;
	onSend: (what: QuoteAnswer, body: object | null) => Promise<void>;
	onCancel: () => void;
}

/** The speaker's own words, or a remark to a refusal. */
function AnswerForm({ quote, amends, onSend, onCancel }: AnswerProps) {
	const strings = t(dictionary).page;
	const text = useSignal(quote.text);
	const remark = useSignal("");
	const missing = useSignal(false);
	const first = useRef<HTMLTextAreaElement>(null);
	const ids = { text: useId(), remark: useId(), missing: useId() };
	useEffect(() => first.current?.focus(), []);
	const send = (): void => {
		missing.value = amends && text.value.trim() === "";
		if (missing.value) first.current?.focus();
		else if (!amends) void onSend("refuse", { text: "", remark: remark.value });
		// Words that were left as they are were not changed.
		else if (text.value.trim() === quote.text && remark.value.trim() === "") void onSend("approve", null);
		else void onSend("amend", { text: text.value, remark: remark.value });
	};
	return (
		<form
			class="quotes-form"
			onSubmit={(event) => {
				event.preventDefault();
				send();
			}}
		>
			{amends && (
				<>
					<label for={ids.text}>{strings.ownWords}</label>
					<textarea
						id={ids.text}
						ref={first}
						class="quotes-input"
						rows={5}
						maxLength={4000}
						lang={quote.language}
						aria-invalid={missing.value}
						aria-describedby={missing.value ? ids.missing : undefined}
						value={text.value}
						onInput={(event) => {
							text.value = event.currentTarget.value;
						}}
					/>
					{missing.value && <p id={ids.missing}>{strings.needsWords}</p>}
				</>
			)}
			<label for={ids.remark}>{strings.yourRemark}</label>
			<textarea
				id={ids.remark}
				ref={amends ? null : first}
				class="quotes-input"
				rows={2}
				maxLength={1000}
				value={remark.value}
				onInput={(event) => {
					remark.value = event.currentTarget.value;
				}}
			/>
			<div class="quotes-acts">
				<Button kind={amends ? "primary" : "danger"} type="submit" onClick={() => undefined}>
					{amends ? strings.sendAmendment : strings.sendRefusal}
				</Button>
				<Button onClick={onCancel}>{strings.cancel}</Button>
			</div>
		</form>
	);
}

function why(code: string): string {
	if (Object.hasOwn(t(refusals), code)) return refusalSentence(code as Parameters<typeof refusalSentence>[0]);
	return t(desk).faults.other;
}
