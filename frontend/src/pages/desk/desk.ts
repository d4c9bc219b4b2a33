import { computed, type Signal, signal } from "@preact/signals";
import { desk as dictionary, refusalSentence, refusals, t } from "@/i18n";
import { type Answer, ask, Remote } from "@/state";
import { toast } from "@/ui";
import type { CommuniqueDesk, Desk, Line, LineVersion, Quote, QuotePart } from "@/wire/protocol";

/** How often the page looks for what others did: speakers answer, captioners write. */
const POLL_INTERVAL_MS = 10_000;

/** What the record desk knows, and what can be done at it. */
export class RecordDesk {
	/** The meeting's words, quotes and versions, as the server has them. */
	readonly remote = new Remote(() => ask<Desk>(`${this.base}/desk/record`), { 403: "forbidden" });
	readonly record = this.remote.value;
	/** The words that are taken for a quote. */
	readonly basket: Signal<readonly QuotePart[]> = signal([]);
	readonly communiques: Signal<Readonly<Record<string, CommuniqueDesk>>> = signal({});

	/** Lines by their number. */
	readonly lines = computed(() => new Map(this.record.value?.lines.map((line) => [line.id, line])));

	/** The seat's page, without a slash at its end. */
	readonly base: string;

	constructor(base: string) {
		this.base = base;
	}

	/** Looks now and then every few seconds while the page is in sight. */
	start(): () => void {
		return this.remote.follow(POLL_INTERVAL_MS);
	}

	/** The name on the nameplate of a seat. */
	name(seat: string): string {
		return this.record.value?.meeting.seats[seat]?.name ?? seat;
	}

	/** Corrects a line. Returns it as it is now, or null: what went wrong has been said. */
	async correct(line: Line, text: string, seat?: string): Promise<Line | null> {
		const body = { after: line.version, text, ...(seat && seat !== line.seat ? { seat } : {}) };
		const changed = said(await ask<Line>(`${this.base}/desk/lines/${line.id}`, body));
		if (changed) this.#put(changed);
		else void this.remote.load();
		return changed;
	}

	async versions(line: number): Promise<LineVersion[]> {
		return said(await ask<LineVersion[]>(`${this.base}/desk/lines/${line}/versions`)) ?? [];
	}

	take(part: QuotePart): void {
		const others = this.basket.value.filter(
			({ line, start, end }) => line !== part.line || end <= part.start || start >= part.end,
		);
		this.basket.value = [...others, part].sort(
			(one, other) => this.#place(one.line) - this.#place(other.line) || one.start - other.start,
		);
	}

	/** Makes a quote of the words that were taken. */
	async makeQuote(): Promise<boolean> {
		const made = said(await ask<Quote>(`${this.base}/desk/quotes`, { parts: this.basket.value }));
		if (made) {
			this.basket.value = [];
			this.#putQuote(made);
		}
		return made !== null;
	}

	async quote(id: number, act: "ask" | "withdraw" | "override"): Promise<Quote | null> {
		const changed = said(await ask<Quote>(`${this.base}/desk/quotes/${id}/${act}`, null));
		if (changed) this.#putQuote(changed);
		return changed;
	}

	async translate(id: number, language: string, text: string): Promise<boolean> {
		const body = { language, text };
		const changed = said(await ask<Quote>(`${this.base}/desk/quotes/${id}/translation`, body));
		if (changed) this.#putQuote(changed);
		return changed !== null;
	}

	async readCommunique(language: string): Promise<CommuniqueDesk | null> {
		return this.#communique(await ask<CommuniqueDesk>(`${this.base}/desk/communique/${language}`));
	}

	async saveCommunique(
		language: string,
		text: { after: number; headline: string; text: string },
	): Promise<CommuniqueDesk | null> {
		return this.#communique(await ask<CommuniqueDesk>(`${this.base}/desk/communique/${language}`, text));
	}

	async publish(language: string, version: number): Promise<Answer<CommuniqueDesk>> {
		const url = `${this.base}/desk/communique/${language}/publish`;
		const answer = await ask<CommuniqueDesk>(url, { version });
		if (answer.ok) this.#communique(answer);
		return answer;
	}

	async unpublish(language: string): Promise<CommuniqueDesk | null> {
		const url = `${this.base}/desk/communique/${language}/withdraw`;
		return this.#communique(await ask<CommuniqueDesk>(url, null));
	}

	#communique(answer: Answer<CommuniqueDesk>): CommuniqueDesk | null {
		const found = said(answer);
		if (found) this.communiques.value = { ...this.communiques.value, [found.language]: found };
		return found;
	}

	#put(line: Line): void {
		const found = this.record.value;
		if (!found) return;
		this.record.value = { ...found, lines: found.lines.map((one) => (one.id === line.id ? line : one)) };
		// Marks on its old words would point at others now.
		this.basket.value = this.basket.value.filter((part) => part.line !== line.id);
	}

	#putQuote(quote: Quote): void {
		const found = this.record.value;
		if (!found) return;
		const known = found.quotes.some(({ id }) => id === quote.id);
		const quotes = known
			? found.quotes.map((one) => (one.id === quote.id ? quote : one))
			: [...found.quotes, quote];
		this.record.value = { ...found, quotes };
	}

	#place(line: number): number {
		return this.record.value?.lines.findIndex(({ id }) => id === line) ?? 0;
	}
}

/** The value of an answer; says why there is none. */
export function said<T>(answer: Answer<T>): T | null {
	if (answer.ok) return answer.value;
	toast({ text: sentence(answer) });
	return null;
}

/** Why something was not done, in the page's language. */
export function sentence({ code, status }: { code: string; status: number }): string {
	const { faults, forbidden } = t(dictionary);
	if (Object.hasOwn(faults, code)) return faults[code as keyof typeof faults];
	if (Object.hasOwn(t(refusals), code)) return refusalSentence(code as Parameters<typeof refusalSentence>[0]);
	if (status === 409) return faults.conflict;
	if (status === 429) return faults.tooMuch;
	return status === 403 ? forbidden : faults.other;
}
