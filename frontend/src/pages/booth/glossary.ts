/** Terms of a meeting: finding them as one types, and in a speech's text. Pure. */

/** A term, in each language that it is known in. */
export type Term = Readonly<Record<string, string>>;

/** As it is compared: without capitals and accents. */
export function folded(text: string): string {
	return text
		.normalize("NFD")
		.replace(/\p{Mark}/gu, "")
		.normalize("NFC")
		.toLowerCase();
}

/**
 * The terms in which every word that was typed is found, whichever the language.
 *
 * First those of which a form begins with what was typed; in each part they stay in the glossary's order.
 */
export function findTerms(rows: readonly Term[], typed: string): Term[] {
	const words = folded(typed).split(/\s+/u).filter(Boolean);
	if (words.length === 0) return [...rows];
	const whole = words.join(" ");
	const found = rows.filter((row) => {
		const forms = Object.values(row).map(folded);
		return words.every((word) => forms.some((form) => form.includes(word)));
	});
	const begins = (row: Term): boolean => Object.values(row).some((form) => folded(form).startsWith(whole));
	return [...found.filter(begins), ...found.filter((row) => !begins(row))];
}

/** A stretch of a text; with `term`, one that the glossary knows. */
export interface Stretch {
	text: string;
	term?: Term;
}

const BEGINS = String.raw`(?<![\p{Letter}\p{Number}])`;
const ENDS = String.raw`(?![\p{Letter}\p{Number}])`;
const SHORTEST = 2;
/** The most letters that a language adds to a word, or puts in place of its last one. */
const LONGEST_ENDING = 6;

/**
 * A text cut where it has terms of the glossary in its language.
 *
 * Inflected forms are found too: a word may have another ending than in the glossary (in English, only that of the
 * plural and the genitive). The longest term wins.
 */
export function stretches(text: string, rows: readonly Term[], language: string): Stretch[] {
	const known = rows
		.map((term) => ({ term, form: (term[language] ?? "").trim() }))
		.filter(({ form }) => form.length >= SHORTEST)
		.sort((one, other) => other.form.length - one.form.length);
	if (known.length === 0) return [{ text }];
	const pattern = new RegExp(known.map(({ form }) => `(${inflected(form, language)})`).join("|"), "giu");
	const cut: Stretch[] = [];
	let at = 0;
	for (const match of text.matchAll(pattern)) {
		if (match.index > at) cut.push({ text: text.slice(at, match.index) });
		const place = match.findIndex((group, index) => index > 0 && group !== undefined) - 1;
		const term = known[place]?.term;
		cut.push(term ? { text: match[0], term } : { text: match[0] });
		at = match.index + match[0].length;
	}
	if (at < text.length) cut.push({ text: text.slice(at) });
	return cut;
}

/** A pattern for a term in whatever form it stands in a text. */
function inflected(form: string, language: string): string {
	const words = form.split(/\s+/u).map((word) => {
		if (language.startsWith("en")) return `${escaped(word)}(?:['’]?s|es)?`;
		// Russian puts another ending in place of a vowel; the others add to the word.
		const stem =
			language.startsWith("ru") && word.length > 4 ? word.replace(/[аеёиоуыэюяйь]{1,2}$/iu, "") : word;
		return `${escaped(stem)}\\p{Letter}{0,${Math.min(LONGEST_ENDING, stem.length)}}`;
	});
	return `${BEGINS}${words.join("\\s+")}${ENDS}`;
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
