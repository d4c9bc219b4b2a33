import { type Language, language, remember } from "./language";

/** Strings of one subject, of which a page loads the languages that it shows. */
export interface Dictionary<Strings> {
	/** The file of each language. */
	readonly files: Record<Language, () => Promise<{ default: Strings }>>;
	/** The languages that have been loaded. */
	readonly loaded: Partial<Record<Language, Strings>>;
}

/** Every dictionary that the running page may show. */
const dictionaries: Dictionary<unknown>[] = [];

/** The language chosen last; another one is still shown while its strings are on their way. */
let chosen = language.value;

/**
 * Declares the strings of one subject, with the file of each language.
 *
 * The build drops a dictionary that a page does not use, where the call is marked as pure. What is
 * left is loaded before the page is shown.
 */
export function dictionary<Strings>(files: Dictionary<Strings>["files"]): Dictionary<Strings> {
	const made: Dictionary<Strings> = { files, loaded: {} };
	dictionaries.push(made);
	return made;
}

async function load(code: Language): Promise<void> {
	await Promise.all(
		dictionaries.map(async (one) => {
			one.loaded[code] ??= (await one.files[code]()).default;
		}),
	);
}

/**
 * Resolves once the strings of the page's language are there. Rejects where they cannot be loaded.
 */
export async function ready(): Promise<void> {
	await load(language.value);
}

/**
 * Sets the page's language as soon as its strings are there, and remembers it in this browser. Of
 * several chosen one after the other the last is shown.
 *
 * @returns False where its strings cannot be loaded: the page stays in its language.
 */
export async function setLanguage(code: Language): Promise<boolean> {
	chosen = code;
	remember(code);
	try {
		await load(code);
	} catch {
		return chosen !== code;
	}
	if (chosen === code) language.value = code;
	return true;
}

/**
 * The strings in the page's language. Reads its signal, so a component that calls this follows the
 * language.
 */
export function t<Strings>({ loaded }: Dictionary<Strings>): Strings {
	const strings = loaded[language.value];
	if (!strings) throw new Error(`strings in "${language.value}" are asked for before they are loaded`);
	return strings;
}
