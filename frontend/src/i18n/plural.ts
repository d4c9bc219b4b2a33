import type { Language } from "./language";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * A function from a count to the words for it, by the plural rules of `language` (CLDR).
 *
 * In the forms `#` stands for the number. Russian needs `one`, `few` and `many`; Kazakh and Korean
 * need `other` alone.
 */
export function plural(language: Language, forms: Forms): (n: number) => string {
	const rules = new Intl.PluralRules(language);
	const numbers = digits(language);
	return (n) => (forms[rules.select(n)] ?? forms.other).replace("#", numbers.format(n));
}

/**
 * How a language writes numbers. Kazakh writes them as Russian does, and some browsers know only
 * the latter.
 */
export function digits(language: Language): Intl.NumberFormat {
	return new Intl.NumberFormat(language === "kk" ? "ru" : language);
}

/**
 * A share from 0 to 1 as a number of hundredths with one digit after the point: 0.0123 is "1.2".
 */
export function hundredths(language: Language, share: number): string {
	return digits(language).format(Math.round(share * 1000) / 10);
}

/** An English ordinal: 1st, 2nd, 3rd, 4th … 11th … 21st. */
export function ordinal(n: number): string {
	const ends: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
	return `${n}${ends[new Intl.PluralRules("en", { type: "ordinal" }).select(n)] ?? "th"}`;
}
