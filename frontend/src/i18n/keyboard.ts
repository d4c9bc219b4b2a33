import type { Language } from "./language";

/** The words around every list of keys. */
export interface KeyboardStrings {
	title: string;
	/** Switches the single-key shortcuts on and off. */
	single: string;
}

export const keyboard: Record<Language, KeyboardStrings> = {
	en: { title: "Keyboard", single: "Single-key shortcuts (not while you type)" },
	kk: { title: "Пернетақта", single: "Бір пернелі командалар (мәтін теру кезінен басқа)" },
	ko: { title: "키보드", single: "한 글자 단축키(입력 중에는 제외)" },
	ru: { title: "Клавиатура", single: "Команды одной клавишей (кроме ввода текста)" },
};
