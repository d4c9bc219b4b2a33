import type { ChannelStrings } from "../strings/channel";

export default {
	listen: "Тыңдау",
	original: "Түпнұсқа",
	originalNote: "Сөз алған адамның өз дауысы",
	state: {
		live: "Қазір аударылып жатыр",
		passing: "Сөйлеуші осы тілде сөйлеп тұр",
		empty: "Кабинада ешкім жоқ",
		lost: "Кабина естілмейді",
	},
	softly: "Аударма астындағы түпнұсқа",
	softlyNote: "Аудармамен қатар сөйлеушінің даусы қаншалықты естіледі",
	off: "өшірулі",
	fallback: {
		empty: (language) => `Сіз түпнұсқаны естисіз: кабинада ешкім жоқ (${language}).`,
		lost: (language) => `Сіз түпнұсқаны естисіз: кабинамен байланыс үзілді (${language}).`,
		silent: (language) => `Сіз түпнұсқаны естисіз: кабина қазір үнсіз (${language}).`,
	},
	back: (language) => `Аударма қайта қосылды (${language}).`,
	offer: (language) => `Бұл отырыс аударылады (${language}). Қайсысын тыңдағыңыз келеді?`,
	accept: (language) => `Тыңдау: ${language}`,
	decline: "Түпнұсқаны қалдыру",
} satisfies ChannelStrings;
