import { afterEach, expect, test } from "vitest";
import { type Dictionary, dictionary, ready, setLanguage, t } from "./dictionary";
import { language } from "./language";

type Said = Dictionary<string>["files"]["en"];

const atOnce =
	(text: string): Said =>
	async () => ({ default: text });

/** Files that wait until they are told to come, or not to. */
function waiting(): { file: Said; come: (text: string) => void } {
	const { promise, resolve } = Promise.withResolvers<{ default: string }>();
	return { file: () => promise, come: (text) => resolve({ default: text }) };
}

const russian = waiting();
let korean: Said = () => Promise.reject(new Error("no network"));
const greeting = dictionary<string>({
	en: atOnce("Welcome"),
	kk: atOnce("Қош келдіңіз"),
	ko: () => korean(),
	ru: russian.file,
});

afterEach(() => {
	language.value = "en";
});

test("strings are not shown before they are loaded", async () => {
	expect(() => t(greeting)).toThrow("before they are loaded");
	await ready();
	expect(t(greeting)).toBe("Welcome");
});

test("a page stays in its language where another cannot be loaded, and takes it once it can", async () => {
	expect(await setLanguage("ko")).toBe(false);
	expect(t(greeting)).toBe("Welcome");
	korean = atOnce("환영합니다");
	expect(await setLanguage("ko")).toBe(true);
	expect(t(greeting)).toBe("환영합니다");
});

test("of two languages chosen one after the other the later is shown, whichever comes first", async () => {
	const first = setLanguage("ru");
	expect(await setLanguage("kk")).toBe(true);
	russian.come("Добро пожаловать");
	expect(await first).toBe(true);
	expect(t(greeting)).toBe("Қош келдіңіз");
});
