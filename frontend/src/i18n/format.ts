import { language } from "./language";
import { digits } from "./plural";

/**
 * The name of a language in that language: "қазақ тілі", "English"; the code where nobody knows a
 * name.
 */
export function ownName(code: string): string {
	try {
		return new Intl.DisplayNames([code], { type: "language", fallback: "code" }).of(code) ?? code;
	} catch {
		return code;
	}
}

/**
 * The name of a language in the page's language: "English", "казахский"; its own where nobody knows
 * another.
 */
export function languageName(code: string): string {
	if (language.value === "kk" && Object.hasOwn(KAZAKH_LANGUAGES, code)) return KAZAKH_LANGUAGES[code] ?? code;
	try {
		const names = new Intl.DisplayNames([language.value], { type: "language", fallback: "none" });
		return names.of(code) ?? ownName(code);
	} catch {
		return ownName(code);
	}
}

/** A language's own name, as it stands at the beginning of a line. */
export function ownTitle(code: string): string {
	const name = ownName(code);
	return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

/** The day of an instant in that time zone, in full: "Wednesday 25 November 2020". */
export function day(at: number, timezone?: string): string {
	if (language.value === "kk") return kazakhDay(at, timezone);
	return format(at, { dateStyle: "full" }, timezone);
}

/** The hour and minute of an instant in that time zone (the visitor's if none is given). */
export function hour(at: number, timezone?: string): string {
	return format(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, timezone);
}

/** The hour, minute and second of an instant in that time zone (the visitor's if none is given). */
export function second(at: number, timezone?: string): string {
	return format(at, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }, timezone);
}

/**
 * The distance of a time zone from UTC at that instant: "UTC+6", "UTC". The visitor's zone if none
 * is given.
 */
export function zone(at: number, timezone?: string): string {
	const options: Intl.DateTimeFormatOptions = { timeZoneName: "shortOffset" };
	const parts = new Intl.DateTimeFormat(
		"en",
		timezone ? { ...options, timeZone: timezone } : options,
	).formatToParts(at);
	const offset = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
	return `UTC${offset.replace("GMT", "").replace(/^[+-]0$/, "")}`;
}

/** A whole number with the language's own grouping. */
export function count(n: number): string {
	return digits(language.value).format(n);
}

/** A share of a hundred, as the language writes it: "45%", "45 %". */
export function percent(of100: number): string {
	return new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 0 }).format(of100 / 100);
}

/**
 * Milliseconds as minutes and seconds, with hours where there are any: "4:07", "1:04:07". Cut, not
 * rounded.
 */
export function clock(milliseconds: number): string {
	const whole = Math.max(0, Math.floor(milliseconds / 1000));
	const seconds = String(whole % 60).padStart(2, "0");
	const minutes = Math.floor(whole / 60) % 60;
	const hours = Math.floor(whole / 3600);
	return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}` : `${minutes}:${seconds}`;
}

function format(at: number, options: Intl.DateTimeFormatOptions, timezone?: string): string {
	return new Intl.DateTimeFormat(locale(), timezone ? { ...options, timeZone: timezone } : options).format(
		at,
	);
}

/**
 * As CLDR writes a full date in Kazakh; some browsers come without it, and write "2020 M11 25,
 * Wed".
 */
function kazakhDay(at: number, timezone?: string): string {
	const options: Intl.DateTimeFormatOptions = {
		year: "numeric",
		month: "numeric",
		day: "numeric",
		weekday: "short",
	};
	const parts = new Intl.DateTimeFormat(
		"en",
		timezone ? { ...options, timeZone: timezone } : options,
	).formatToParts(at);
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
	const month = KAZAKH_MONTHS[Number(part("month")) - 1] ?? "";
	return `${part("year")} ж. ${part("day")} ${month}, ${KAZAKH_DAYS[part("weekday")] ?? ""}`;
}

const KAZAKH_MONTHS = [
	"қаңтар",
	"ақпан",
	"наурыз",
	"сәуір",
	"мамыр",
	"маусым",
	"шілде",
	"тамыз",
	"қыркүйек",
	"қазан",
	"қараша",
	"желтоқсан",
];

const KAZAKH_DAYS: Record<string, string> = {
	Mon: "дүйсенбі",
	Tue: "сейсенбі",
	Wed: "сәрсенбі",
	Thu: "бейсенбі",
	Fri: "жұма",
	Sat: "сенбі",
	Sun: "жексенбі",
};

/**
 * As CLDR names them; some browsers come without. Those that meetings in the region are held in.
 */
const KAZAKH_LANGUAGES: Record<string, string> = {
	ar: "араб тілі",
	az: "әзірбайжан тілі",
	de: "неміс тілі",
	en: "ағылшын тілі",
	es: "испан тілі",
	fa: "парсы тілі",
	fr: "француз тілі",
	ja: "жапон тілі",
	kk: "қазақ тілі",
	ko: "корей тілі",
	ky: "қырғыз тілі",
	mn: "моңғол тілі",
	ru: "орыс тілі",
	tg: "тәжік тілі",
	tk: "түрікмен тілі",
	tr: "түрік тілі",
	uk: "украин тілі",
	uz: "өзбек тілі",
	zh: "қытай тілі",
};

/**
 * British order of day and month for English: it is what the official documents of most missions
 * use.
 */
function locale(): string {
	return language.value === "en" ? "en-GB" : language.value;
}
