import { plural } from "../plural";
import type { BoothSigns } from "../strings/booth-signs";

export default {
	booth: (language) => `Кабина: ${language}`,
	slow: "Баяуырақ сөйлеуіңізді сұраймыз",
	slowBooths: (languages) => `Аудармашылардың өтініші: ${languages}`,
	chat: {
		title: (language) => `Кабинадағы жазбалар: ${language}`,
		all: "Кабиналармен жазысу",
		empty: "Әзірге жазба жоқ. Мұнда жазғаныңызды кабинадағы әріптестеріңіз бен төраға оқиды.",
		unrecorded: "Еш жерде сақталмайды, хаттамаға кірмейді.",
		write: "Әріптестер мен төрағаға жазба",
		send: "Жіберу",
		you: "Сіз",
		chair: "төраға",
		unsent: "Байланыс қалпына келгенде жіберіледі.",
		sending: "Жіберілуде…",
		unknown: "Жеткені белгісіз.",
		again: "Қайта жіберу",
		drop: "Алып тастау",
		unread: plural("kk", { other: "# жаңа жазба" }),
	},
	floorLanguage: (name) => `${name} қазір сөйлеп тұрған тіл`,
	otherLanguage: "Басқа тіл…",
	otherLanguageTag: "Тіл белгісі, мысалы fr",
	notALanguage: "Бұл тіл белгісі емес. Мысалы, fr немесе zh-Hant деп жазыңыз.",
	set: "Белгілеу",
} satisfies BoothSigns;
