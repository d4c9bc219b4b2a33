/** What can be done with a quote: by its organiser, and by the speaker whose words it has. */

import type { Quote } from "@/wire/protocol";

export type QuoteAction = "ask" | "override" | "withdraw";
export type QuoteAnswer = "approve" | "amend" | "refuse";

type Stands = Pick<Quote, "stage" | "overridden">;

/** What the organiser can do with a quote. Asking again sends another mail. */
export function quoteActions({ stage, overridden }: Stands): QuoteAction[] {
	if (stage === "withdrawn") return [];
	const isOpen = stage === "made" || stage === "asked" || stage === "refused";
	if (!isOpen) return ["withdraw"];
	return overridden ? ["ask", "withdraw"] : ["ask", "override", "withdraw"];
}

/** What the speaker can answer; an answer that was given can be changed. */
export function quoteAnswers({ stage }: Stands): QuoteAnswer[] {
	return stage === "made" || stage === "withdrawn" ? [] : ["approve", "amend", "refuse"];
}
