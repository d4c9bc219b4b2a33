import type { Language } from "./language";
import { plural } from "./plural";

/** The strings of the speech text, the glossary and the keys of the interpreter's page. */
export interface BoothTextStrings {
	text: {
		title: string;
		none: string;
		noneNote: string;
		of: string;
		embargo: string;
		check: string;
		larger: string;
		smaller: string;
		follow: string;
		loading: string;
		failed: string;
		scroll: string;
	};
	glossary: {
		title: string;
		find: string;
		/** The table of terms, which scrolls. */
		terms: string;
		none: string;
		noneNote: string;
		noneFound: string;
		found: (n: number) => string;
		upload: string;
		uploadNote: string;
		uploading: string;
		uploaded: (n: number) => string;
		refused: string;
		line: (n: number) => string;
		tooLarge: string;
		term: string;
	};
	keys: {
		deed: {
			cough: string;
			mute: string;
			take: string;
			leave: string;
			handover: string;
			slow: string;
			source: string;
			louder: string;
			softer: string;
			direction: string;
			text: string;
			down: string;
			up: string;
			glossary: string;
			chat: string;
			keys: string;
		};
		escape: string;
	};
}

export const boothTexts: Record<Language, BoothTextStrings> = {
	en: {
		text: {
			title: "Speech text",
			none: "No speaker has given a text yet.",
			noneNote: "What a speaker or the organiser gives appears here by itself.",
			of: "Text of",
			embargo: "Embargo until delivered",
			check: "Check against delivery",
			larger: "Larger text",
			smaller: "Smaller text",
			follow: "Follow the floor",
			loading: "Loading…",
			failed: "This could not be loaded.",
			scroll: "Text, scrolls",
		},
		glossary: {
			title: "Glossary",
			find: "Find a term in any language",
			terms: "Terms",
			none: "There is no glossary yet.",
			noneNote: "Upload a CSV file whose first line names the languages: en,kk,ko,ru.",
			noneFound: "No term has these words.",
			found: plural("en", { one: "# term", other: "# terms" }),
			upload: "Upload CSV",
			uploadNote: "Replaces the glossary for all booths.",
			uploading: "Uploading…",
			uploaded: plural("en", { one: "The glossary has # term now.", other: "The glossary has # terms now." }),
			refused: "The file was not taken; the glossary is as it was.",
			line: (n) => `Line ${n}`,
			tooLarge: "The file is too large.",
			term: "In the glossary",
		},
		keys: {
			deed: {
				cough: "Hold: cough, nobody hears you",
				mute: "Mute, unmute",
				take: "Go live, take over",
				leave: "Stop being live",
				handover: "Ask the partner to take over, or withdraw",
				slow: "Ask to speak more slowly",
				source: "1: the original; 2 to 9: the booths",
				louder: "Louder",
				softer: "Softer",
				direction: "The other booth of yours",
				text: "To the speech text",
				down: "Scroll the text down",
				up: "Scroll the text up",
				glossary: "Find in the glossary",
				chat: "Write a note",
				keys: "This list",
			},
			escape: "Leave a field, so that the keys act again",
		},
	},
	kk: {
		text: {
			title: "Сөз мәтіні",
			none: "Әзірге ешбір баяндамашы мәтін берген жоқ.",
			noneNote: "Баяндамашы немесе ұйымдастырушы бергені осында өздігінен шығады.",
			of: "Кімнің мәтіні",
			embargo: "Сөз айтылғанша жариялауға болмайды",
			check: "Айтылған сөзбен салыстырыңыз",
			larger: "Мәтінді үлкейту",
			smaller: "Мәтінді кішірейту",
			follow: "Сөйлеушіге ілесу",
			loading: "Жүктелуде…",
			failed: "Мұны жүктеу мүмкін болмады.",
			scroll: "Мәтін, жылжытылады",
		},
		glossary: {
			title: "Глоссарий",
			find: "Терминді кез келген тілде іздеу",
			terms: "Терминдер",
			none: "Глоссарий әлі жоқ.",
			noneNote: "Бірінші жолында тілдер жазылған CSV файлын жүктеңіз: en,kk,ko,ru.",
			noneFound: "Мұндай сөзі бар термин жоқ.",
			found: plural("kk", { other: "# термин" }),
			upload: "CSV жүктеу",
			uploadNote: "Барлық кабинаға арналған глоссарийді ауыстырады.",
			uploading: "Жүктелуде…",
			uploaded: plural("kk", { other: "Енді глоссарийде # термин бар." }),
			refused: "Файл қабылданбады; глоссарий бұрынғыдай.",
			line: (n) => `${n}-жол`,
			tooLarge: "Файл тым үлкен.",
			term: "Глоссарийде бар",
		},
		keys: {
			deed: {
				cough: "Басып тұру: жөтел, сізді ешкім естімейді",
				mute: "Дыбысты өшіру, қосу",
				take: "Эфирге шығу, кезекті алу",
				leave: "Эфирді тоқтату",
				handover: "Әріптестен кезекті алуды сұрау немесе қайтарып алу",
				slow: "Баяуырақ сөйлеуді сұрау",
				source: "1: түпнұсқа; 2–9: кабиналар",
				louder: "Қаттырақ",
				softer: "Ақырынырақ",
				direction: "Екінші кабинаңыз",
				text: "Сөз мәтініне өту",
				down: "Мәтінді төмен жылжыту",
				up: "Мәтінді жоғары жылжыту",
				glossary: "Глоссарийден іздеу",
				chat: "Жазба жазу",
				keys: "Осы тізім",
			},
			escape: "Пернелер қайта әрекет етуі үшін өрістен шығу",
		},
	},
	ko: {
		text: {
			title: "연설문",
			none: "아직 연설문을 제출한 발표자가 없습니다.",
			noneNote: "발표자나 주최 측이 제출하면 여기에 자동으로 나타납니다.",
			of: "연설문",
			embargo: "연설 전까지 보도 금지",
			check: "실제 연설과 대조 필요",
			larger: "글자 크게",
			smaller: "글자 작게",
			follow: "발언자 따라가기",
			loading: "불러오는 중…",
			failed: "불러오지 못했습니다.",
			scroll: "연설문, 스크롤 가능",
		},
		glossary: {
			title: "용어집",
			find: "어느 언어로든 용어 찾기",
			terms: "용어",
			none: "아직 용어집이 없습니다.",
			noneNote: "첫 줄에 언어가 적힌 CSV 파일을 올려 주십시오: en,kk,ko,ru.",
			noneFound: "해당하는 용어가 없습니다.",
			found: plural("ko", { other: "용어 #개" }),
			upload: "CSV 올리기",
			uploadNote: "모든 부스의 용어집을 대체합니다.",
			uploading: "올리는 중…",
			uploaded: plural("ko", { other: "이제 용어집에 용어 #개가 있습니다." }),
			refused: "파일을 받지 못했습니다. 용어집은 그대로입니다.",
			line: (n) => `${n}번째 줄`,
			tooLarge: "파일이 너무 큽니다.",
			term: "용어집에 있음",
		},
		keys: {
			deed: {
				cough: "누르고 있기: 기침, 아무도 듣지 못함",
				mute: "음소거, 해제",
				take: "송출 시작, 교대",
				leave: "송출 종료",
				handover: "동료에게 교대 요청 또는 철회",
				slow: "천천히 말해 달라고 요청",
				source: "1: 원음, 2~9: 부스",
				louder: "크게",
				softer: "작게",
				direction: "다른 담당 부스",
				text: "연설문으로 이동",
				down: "연설문 아래로",
				up: "연설문 위로",
				glossary: "용어집 찾기",
				chat: "메모 쓰기",
				keys: "이 목록",
			},
			escape: "입력란에서 나가 키를 다시 사용",
		},
	},
	ru: {
		text: {
			title: "Текст речи",
			none: "Никто из выступающих ещё не передал текст.",
			noneNote: "Переданное выступающим или организатором появится здесь само.",
			of: "Чей текст",
			embargo: "Не разглашать до произнесения",
			check: "Сверять с произнесённым",
			larger: "Крупнее",
			smaller: "Мельче",
			follow: "Следовать за выступающим",
			loading: "Загружается…",
			failed: "Загрузить не удалось.",
			scroll: "Текст, прокручивается",
		},
		glossary: {
			title: "Глоссарий",
			find: "Найти термин на любом языке",
			terms: "Термины",
			none: "Глоссария пока нет.",
			noneNote: "Загрузите файл CSV, в первой строке которого названы языки: en,kk,ko,ru.",
			noneFound: "Терминов с такими словами нет.",
			found: plural("ru", { one: "# термин", few: "# термина", other: "# терминов" }),
			upload: "Загрузить CSV",
			uploadNote: "Заменяет глоссарий для всех кабин.",
			uploading: "Загружается…",
			uploaded: plural("ru", {
				one: "Теперь в глоссарии # термин.",
				few: "Теперь в глоссарии # термина.",
				other: "Теперь в глоссарии # терминов.",
			}),
			refused: "Файл не принят; глоссарий остался прежним.",
			line: (n) => `Строка ${n}`,
			tooLarge: "Файл слишком велик.",
			term: "Есть в глоссарии",
		},
		keys: {
			deed: {
				cough: "Держать: кашель, вас никто не слышит",
				mute: "Выключить и включить звук",
				take: "Выйти в эфир, принять эфир",
				leave: "Закончить эфир",
				handover: "Попросить коллегу сменить или отозвать просьбу",
				slow: "Попросить говорить медленнее",
				source: "1: оригинал; 2–9: кабины",
				louder: "Громче",
				softer: "Тише",
				direction: "Другая ваша кабина",
				text: "К тексту речи",
				down: "Прокрутить текст вниз",
				up: "Прокрутить текст вверх",
				glossary: "Найти в глоссарии",
				chat: "Написать записку",
				keys: "Этот список",
			},
			escape: "Выйти из поля, чтобы клавиши снова действовали",
		},
	},
};
