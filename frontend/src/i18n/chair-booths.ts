import type { Language } from "./language";
import { plural } from "./plural";

/** The words of the chair's panel of the booths. A booth comes by its language's name. */
export interface ChairBoothsStrings {
	title: string;
	/** Over the languages that are spoken on the floor. */
	floor: string;
	listeners: (n: number) => string;
	nobody: string;
	/** What a booth interprets from. */
	fromOriginal: string;
	fromBooth: (booth: string) => string;
	held: string;
	asked: string;
	level: (booth: string) => string;
	unmeasured: string;
	listenIn: { short: string; full: (booth: string) => string };
	listening: (booth: string) => string;
	listenOut: string;
	stop: { short: string; full: (booth: string) => string; question: (booth: string) => string; done: string };
	stopConfirm: string;
	trouble: { empty: string; lost: string; silent: string };
	/** For ears: the trouble with the booth that has it. */
	troubleIn: (booth: string, trouble: string) => string;
}

export const chairBooths: Record<Language, ChairBoothsStrings> = {
	en: {
		title: "Booths",
		floor: "Language of the floor",
		listeners: plural("en", { one: "# listener", other: "# listeners" }),
		nobody: "Nobody is live",
		fromOriginal: "from the original",
		fromBooth: (booth) => `from the booth: ${booth}`,
		held: "holds the microphone back",
		asked: "asks the partner to take over",
		level: (booth) => `Sound level of the booth: ${booth}`,
		unmeasured: "The level is not measured, to save data.",
		listenIn: { short: "Listen in", full: (booth) => `Listen in to the booth: ${booth}` },
		listening: (booth) => `You are listening in to the booth: ${booth}. You hear nothing else.`,
		listenOut: "Stop listening in",
		stop: {
			short: "Stop",
			full: (booth) => `Stop the interpretation: ${booth}`,
			question: (booth) => `Stop the interpretation (${booth})? Its listeners hear the original.`,
			done: "The interpretation was stopped.",
		},
		stopConfirm: "Yes, stop it",
		trouble: {
			empty: "Nobody is in the booth, and the floor speaks another language.",
			lost: "The interpreter's connection is lost.",
			silent: "No sound for 10 seconds, while the floor speaks.",
		},
		troubleIn: (booth, trouble) => `Booth ${booth}: ${trouble}`,
	},
	kk: {
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
	},
	ko: {
		title: "통역 부스",
		floor: "발언 언어",
		listeners: plural("ko", { other: "청취자 #명" }),
		nobody: "통역 중인 통역사 없음",
		fromOriginal: "원음을 듣고 통역",
		fromBooth: (booth) => `다른 부스를 듣고 통역: ${booth}`,
		held: "마이크를 잠시 끔",
		asked: "동료에게 교대를 요청함",
		level: (booth) => `부스 소리 크기: ${booth}`,
		unmeasured: "데이터 절약을 위해 소리 크기를 측정하지 않습니다.",
		listenIn: { short: "들어 보기", full: (booth) => `부스 들어 보기: ${booth}` },
		listening: (booth) => `부스를 들어 보는 중입니다: ${booth}. 다른 소리는 들리지 않습니다.`,
		listenOut: "그만 듣기",
		stop: {
			short: "중지",
			full: (booth) => `통역 중지: ${booth}`,
			question: (booth) => `통역(${booth})을 중지하시겠습니까? 청취자에게는 원음이 들립니다.`,
			done: "통역이 중지되었습니다.",
		},
		stopConfirm: "예, 중지합니다",
		trouble: {
			empty: "발언자가 다른 언어로 발언하고 있으나 부스에 통역사가 없습니다.",
			lost: "통역사의 연결이 끊겼습니다.",
			silent: "발언이 진행 중이나 10초 동안 부스에서 소리가 나지 않습니다.",
		},
		troubleIn: (booth, trouble) => `${booth} 부스: ${trouble}`,
	},
	ru: {
		title: "Кабины",
		floor: "Язык выступления",
		listeners: plural("ru", {
			one: "# слушатель",
			few: "# слушателя",
			many: "# слушателей",
			other: "# слушателя",
		}),
		nobody: "Никто не переводит",
		fromOriginal: "с оригинала",
		fromBooth: (booth) => `с кабины: ${booth}`,
		held: "временно отключил микрофон",
		asked: "просит коллегу сменить",
		level: (booth) => `Уровень звука кабины: ${booth}`,
		unmeasured: "Уровень не измеряется, чтобы сберечь трафик.",
		listenIn: { short: "Прослушать", full: (booth) => `Прослушать кабину: ${booth}` },
		listening: (booth) => `Вы прослушиваете кабину: ${booth}. Ничего другого не слышно.`,
		listenOut: "Закончить прослушивание",
		stop: {
			short: "Остановить",
			full: (booth) => `Остановить перевод: ${booth}`,
			question: (booth) => `Остановить перевод (${booth})? Его слушатели услышат оригинал.`,
			done: "Перевод остановлен.",
		},
		stopConfirm: "Да, остановить",
		trouble: {
			empty: "В кабине никого нет, а выступают на другом языке.",
			lost: "Связь с переводчиком потеряна.",
			silent: "Выступление идёт, а из кабины 10 секунд нет звука.",
		},
		troubleIn: (booth, trouble) => `Кабина (${booth}): ${trouble}`,
	},
};
