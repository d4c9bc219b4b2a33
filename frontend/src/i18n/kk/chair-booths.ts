import { plural } from "../plural";
import type { ChairBoothsStrings } from "../strings/chair-booths";

export default {
	title: "Кабиналар",
	floor: "Сөйлеу тілі",
	listeners: plural("kk", { other: "# тыңдаушы" }),
	nobody: "Эфирде ешкім жоқ",
	fromOriginal: "түпнұсқадан",
	fromBooth: (booth) => `мына кабинадан: ${booth}`,
	held: "микрофонды уақытша өшірді",
	asked: "әріптесінен ауыстыруды сұрайды",
	level: (booth) => `Кабина дыбысының деңгейі: ${booth}`,
	unmeasured: "Деректі үнемдеу үшін деңгей өлшенбейді.",
	listenIn: { short: "Тыңдап көру", full: (booth) => `Кабинаны тыңдап көру: ${booth}` },
	listening: (booth) => `Сіз мына кабинаны тыңдап тұрсыз: ${booth}. Басқа ештеңе естілмейді.`,
	listenOut: "Тыңдауды тоқтату",
	stop: {
		short: "Тоқтату",
		full: (booth) => `Аударманы тоқтату: ${booth}`,
		question: (booth) => `Аударма тоқтатылсын ба (${booth})? Тыңдаушылар түпнұсқаны естиді.`,
		done: "Аударма тоқтатылды.",
	},
	stopConfirm: "Иә, тоқтату",
	trouble: {
		empty: "Кабинада ешкім жоқ, ал сөйлеуші басқа тілде сөйлеп тұр.",
		lost: "Аудармашымен байланыс үзілді.",
		silent: "Сөйлеуші сөйлеп тұр, бірақ кабинадан 10 секунд бойы дыбыс жоқ.",
	},
	troubleIn: (booth, trouble) => `Кабина (${booth}): ${trouble}`,
} satisfies ChairBoothsStrings;
