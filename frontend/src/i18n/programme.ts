import type { Phase } from "@/wire/protocol";
import type { Language } from "./language";
import { plural } from "./plural";

/** The strings of the public programme. */
export interface ProgrammeStrings {
	state: Record<Phase, string>;
	stateNote: Record<Phase, string>;
	organiser: string;
	place: string;
	date: string;
	time: string;
	duration: string;
	hours: (n: number) => string;
	minutes: (n: number) => string;
	languages: string;
	agenda: string;
	speakers: string;
	chamber: string;
	chamberNote: string;
	onRecord: string;
	offRecord: string;
	enter: string;
	/** The words of the link to the check. */
	check: string;
	loading: string;
	unknown: string;
	failed: string;
}

export const programme: Record<Language, ProgrammeStrings> = {
	en: {
		state: { planned: "Planned", open: "Open now", closed: "Closed" },
		stateNote: {
			planned: "Those invited enter by their personal link.",
			open: "The meeting is being held. Those invited enter by their personal link.",
			closed: "The meeting has been held.",
		},
		organiser: "Organiser",
		place: "Place",
		date: "Date",
		time: "Time",
		duration: "Duration",
		hours: plural("en", { one: "# hour", other: "# hours" }),
		minutes: plural("en", { one: "# minute", other: "# minutes" }),
		languages: "Languages",
		agenda: "Agenda",
		speakers: "Speakers",
		chamber: "The chamber",
		chamberNote: "Each circle is a seat that has been set for a representative.",
		onRecord: "This meeting is on the record: who has the floor, and when, is kept in its log.",
		offRecord: "This meeting is off the record.",
		enter: "Entry is by personal link. If you have been invited and have no link, please ask the organiser.",
		check: "Can I take part? Try your browser, sound and camera beforehand",
		loading: "Loading the programme…",
		unknown: "There is no meeting at this address. Please check the link, or ask the organiser.",
		failed: "The programme could not be loaded.",
	},
	kk: {
		state: { planned: "Жоспарланған", open: "Қазір өтіп жатыр", closed: "Жабылды" },
		stateNote: {
			planned: "Шақырылғандар жеке сілтемесі арқылы кіреді.",
			open: "Отырыс өтіп жатыр. Шақырылғандар жеке сілтемесі арқылы кіреді.",
			closed: "Отырыс өтті.",
		},
		organiser: "Ұйымдастырушы",
		place: "Өтетін жері",
		date: "Күні",
		time: "Уақыты",
		duration: "Ұзақтығы",
		hours: plural("kk", { other: "# сағат" }),
		minutes: plural("kk", { other: "# минут" }),
		languages: "Тілдер",
		agenda: "Күн тәртібі",
		speakers: "Баяндамашылар",
		chamber: "Мәжіліс залы",
		chamberNote: "Әр шеңбер — өкілге арналған бір орын.",
		onRecord: "Отырыс хаттамаға жазылады: кімге қашан сөз берілгені журналда сақталады.",
		offRecord: "Отырыс хаттамаға жазылмайды.",
		enter:
			"Кіру жеке сілтеме арқылы жүзеге асады. Шақырылған болсаңыз, бірақ сілтемеңіз болмаса, ұйымдастырушыға хабарласыңыз.",
		check: "Мен қатыса аламын ба? Браузерді, дыбысты және камераны алдын ала тексеру",
		loading: "Бағдарлама жүктелуде…",
		unknown: "Бұл мекенжайда отырыс жоқ. Сілтемені тексеріңіз немесе ұйымдастырушыға хабарласыңыз.",
		failed: "Бағдарламаны жүктеу мүмкін болмады.",
	},
	ko: {
		state: { planned: "예정", open: "진행 중", closed: "폐회" },
		stateNote: {
			planned: "초청받은 분은 개인 링크로 입장합니다.",
			open: "회의가 진행 중입니다. 초청받은 분은 개인 링크로 입장합니다.",
			closed: "회의가 종료되었습니다.",
		},
		organiser: "주최",
		place: "장소",
		date: "일자",
		time: "시각",
		duration: "소요 시간",
		hours: plural("ko", { other: "#시간" }),
		minutes: plural("ko", { other: "#분" }),
		languages: "언어",
		agenda: "의제",
		speakers: "발표자",
		chamber: "좌석 배치도",
		chamberNote: "원 하나가 대표 한 분의 좌석입니다.",
		onRecord: "이 회의는 공식 기록됩니다. 누가 언제 발언했는지가 회의 기록에 보존됩니다.",
		offRecord: "이 회의는 기록되지 않습니다.",
		enter: "입장은 개인 링크로만 가능합니다. 초청을 받았으나 링크가 없는 경우 주최 측에 문의해 주십시오.",
		check: "참가 환경 점검: 브라우저, 음성, 카메라 미리 확인하기",
		loading: "프로그램을 불러오는 중…",
		unknown: "이 주소에 해당하는 회의가 없습니다. 링크를 확인하거나 주최 측에 문의해 주십시오.",
		failed: "프로그램을 불러오지 못했습니다.",
	},
	ru: {
		state: { planned: "Запланировано", open: "Идёт сейчас", closed: "Закрыто" },
		stateNote: {
			planned: "Приглашённые входят по персональной ссылке.",
			open: "Заседание идёт. Приглашённые входят по персональной ссылке.",
			closed: "Заседание состоялось.",
		},
		organiser: "Организатор",
		place: "Место",
		date: "Дата",
		time: "Время",
		duration: "Продолжительность",
		hours: plural("ru", { one: "# час", few: "# часа", many: "# часов", other: "# часа" }),
		minutes: plural("ru", { one: "# минута", few: "# минуты", many: "# минут", other: "# минуты" }),
		languages: "Языки",
		agenda: "Повестка дня",
		speakers: "Докладчики",
		chamber: "Зал заседаний",
		chamberNote: "Каждый круг — место, отведённое представителю.",
		onRecord: "Заседание идёт под запись: кому и когда было предоставлено слово, сохраняется в журнале.",
		offRecord: "Заседание идёт без записи.",
		enter:
			"Вход — по персональной ссылке. Если вы приглашены, но ссылки у вас нет, обратитесь к организатору.",
		check: "Могу ли я участвовать? Проверить браузер, звук и камеру заранее",
		loading: "Программа загружается…",
		unknown: "По этому адресу заседания нет. Проверьте ссылку или обратитесь к организатору.",
		failed: "Не удалось загрузить программу.",
	},
};
