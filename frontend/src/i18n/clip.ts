import type { Language } from "./language";

/** The strings of a clip's player. */
export interface ClipStrings {
	listen: (name: string) => string;
	missing: string;
}

export const clip: Record<Language, ClipStrings> = {
	en: {
		listen: (name) => `Listen: ${name}`,
		missing: "There is no recording of these words.",
	},
	kk: {
		listen: (name) => `Тыңдау: ${name}`,
		missing: "Бұл сөздердің жазбасы жоқ.",
	},
	ko: {
		listen: (name) => `듣기: ${name}`,
		missing: "이 발언의 녹음이 없습니다.",
	},
	ru: {
		listen: (name) => `Прослушать: ${name}`,
		missing: "Записи этих слов нет.",
	},
};
