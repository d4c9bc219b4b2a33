import { expect, test } from "vitest";
import { chairKeyboard, ready, t } from "@/i18n";
import type { Stroke } from "@/ui";
import { shortcutOf, shortcuts } from "./shortcuts";

type Pressed = Stroke & { repeat: boolean };

const stroke = (some: Partial<Pressed>): Pressed => ({
	key: "",
	code: "",
	ctrlKey: false,
	altKey: false,
	metaKey: false,
	repeat: false,
	isComposing: false,
	...some,
});

test.each<[string, Partial<Pressed>, string | undefined]>([
	["a letter", { key: "n", code: "KeyN" }, "next"],
	["a capital letter", { key: "N", code: "KeyN" }, "next"],
	["a letter where it lies on a French keyboard", { key: "m", code: "Semicolon" }, "sound"],
	["a Russian keyboard: by the key's place", { key: "т", code: "KeyN" }, "next"],
	["a Korean keyboard", { key: "ㅎ", code: "KeyG" }, "give"],
	["a Korean input method", { key: "Process", code: "KeyT" }, "take"],
	["a digit", { key: "2", code: "Digit2" }, "hands"],
	["a sign", { key: "?", code: "Digit7" }, "keyboard"],
	["a sign on a Kazakh keyboard, where digits are letters", { key: "ә", code: "Digit2" }, "hands"],
	["the browser's own", { key: "n", code: "KeyN", ctrlKey: true }, undefined],
	["held down", { key: "n", code: "KeyN", repeat: true }, undefined],
	["in the middle of a syllable", { key: "n", code: "KeyN", isComposing: true }, undefined],
	["a key that is not ours", { key: "q", code: "KeyQ" }, undefined],
	["a named key", { key: "Escape", code: "Escape" }, undefined],
])("%s", (_, some, action) => {
	expect(shortcutOf(stroke(some))?.action).toBe(action);
});

test("no key stands for two things, and each is in the list", async () => {
	await ready();
	expect(new Set(shortcuts.map(({ cap }) => cap)).size).toBe(shortcuts.length);
	expect(shortcuts.map(({ action }) => action).sort()).toEqual(Object.keys(t(chairKeyboard).action).sort());
});
