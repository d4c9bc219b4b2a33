import type { Phase, Role } from "@/wire/protocol";
import type { Language } from "./language";
import { ordinal, plural } from "./plural";

/** The words that every page shares, so that one thing is called the same everywhere. */
export interface Words {
	role: Record<Role, string>;
	phase: Record<Phase, string>;
	source: { microphone: string; camera: string; screen: string };
	chair: string;
	floor: string;
	hasFloor: string;
	handUp: string;
	/** "Hand up, 3rd in the list". */
	handPlace: (place: number) => string;
	present: string;
	absent: string;
	you: string;
	yourSeat: string;
	stage: string;
	hall: string;
	hemicycle: string;
	programme: string;
	agendaItem: string;
	speakersList: string;
	seats: (n: number) => string;
	minutes: (n: number) => string;
	onAir: string;
	offAir: string;
	onRecord: string;
	offRecord: string;
	/** After a running time: what it counts. */
	left: string;
	over: string;
	since: string;
	gone: string;
	cancel: string;
	close: string;
	yes: string;
	undo: string;
	tryAgain: string;
	yourTime: string;
}

export const words: Record<Language, Words> = {
	en: {
		role: {
			chair: "Chair",
			speaker: "Speaker",
			interpreter: "Interpreter",
			captioner: "Captioner",
			participant: "Participant",
			observer: "Observer",
		},
		phase: { planned: "Not yet open", open: "Open", closed: "Closed" },
		source: { microphone: "Microphone", camera: "Camera", screen: "Screen" },
		chair: "Chair",
		floor: "Floor",
		hasFloor: "Has the floor",
		handUp: "Hand raised",
		handPlace: (place) => `Hand raised, ${ordinal(place)} in the list`,
		present: "Present",
		absent: "Absent",
		you: "You",
		yourSeat: "Your seat",
		stage: "Stage",
		hall: "Hall",
		hemicycle: "Chamber",
		programme: "Programme",
		agendaItem: "Agenda item",
		speakersList: "List of speakers",
		seats: plural("en", { one: "# seat", other: "# seats" }),
		minutes: (n) => `${n} min`,
		onAir: "On air",
		offAir: "Not on air",
		onRecord: "On the record",
		offRecord: "Off the record",
		left: "left",
		over: "over",
		since: "since",
		gone: "elapsed",
		cancel: "Cancel",
		close: "Close",
		yes: "Yes",
		undo: "Undo",
		tryAgain: "Try again",
		yourTime: "your time",
	},
	kk: {
		role: {
			chair: "Төраға",
			speaker: "Баяндамашы",
			interpreter: "Аудармашы",
			captioner: "Субтитр жазушы",
			participant: "Қатысушы",
			observer: "Бақылаушы",
		},
		phase: { planned: "Әлі ашылмаған", open: "Ашық", closed: "Жабық" },
		source: { microphone: "Микрофон", camera: "Камера", screen: "Экран" },
		chair: "Төраға",
		floor: "Сөз",
		hasFloor: "Сөз берілді",
		handUp: "Қол көтерілді",
		handPlace: (place) => `Қол көтерілді, тізімде ${place}-орын`,
		present: "Қатысып отыр",
		absent: "Жоқ",
		you: "Сіз",
		yourSeat: "Сіздің орныңыз",
		stage: "Сахна",
		hall: "Зал",
		hemicycle: "Мәжіліс залы",
		programme: "Бағдарлама",
		agendaItem: "Күн тәртібінің тармағы",
		speakersList: "Сөз сұрағандар тізімі",
		seats: plural("kk", { other: "# орын" }),
		minutes: (n) => `${n} мин`,
		onAir: "Эфирде",
		offAir: "Эфирде емес",
		onRecord: "Хаттамаға жазылады",
		offRecord: "Хаттамаға жазылмайды",
		left: "қалды",
		over: "асып кетті",
		since: "бастап",
		gone: "өтті",
		cancel: "Болдырмау",
		close: "Жабу",
		yes: "Иә",
		undo: "Қайтару",
		tryAgain: "Қайталап көру",
		yourTime: "сіздің уақытыңызша",
	},
	ko: {
		role: {
			chair: "의장",
			speaker: "발표자",
			interpreter: "통역사",
			captioner: "자막 작성자",
			participant: "참가자",
			observer: "참관인",
		},
		phase: { planned: "개회 전", open: "진행 중", closed: "폐회" },
		source: { microphone: "마이크", camera: "카메라", screen: "화면" },
		chair: "의장",
		floor: "발언권",
		hasFloor: "발언 중",
		handUp: "발언 신청 중",
		handPlace: (place) => `발언 신청 중, 대기 순서 ${place}번째`,
		present: "출석",
		absent: "부재",
		you: "나",
		yourSeat: "내 좌석",
		stage: "무대",
		hall: "회의장",
		hemicycle: "좌석 배치도",
		programme: "프로그램",
		agendaItem: "의제",
		speakersList: "발언 신청 명단",
		seats: plural("ko", { other: "#석" }),
		minutes: (n) => `${n}분`,
		onAir: "방송 중",
		offAir: "방송 중 아님",
		onRecord: "기록 중",
		offRecord: "기록하지 않음",
		left: "남음",
		over: "초과",
		since: "부터",
		gone: "경과",
		cancel: "취소",
		close: "닫기",
		yes: "예",
		undo: "되돌리기",
		tryAgain: "다시 시도",
		yourTime: "접속 지역 시각",
	},
	ru: {
		role: {
			chair: "Председатель",
			speaker: "Докладчик",
			interpreter: "Переводчик",
			captioner: "Составитель субтитров",
			participant: "Участник",
			observer: "Наблюдатель",
		},
		phase: { planned: "Ещё не открыто", open: "Открыто", closed: "Закрыто" },
		source: { microphone: "Микрофон", camera: "Камера", screen: "Экран" },
		chair: "Председатель",
		floor: "Слово",
		hasFloor: "Слово предоставлено",
		handUp: "Рука поднята",
		handPlace: (place) => `Рука поднята, ${place}-е место в списке`,
		present: "Присутствует",
		absent: "Отсутствует",
		you: "Вы",
		yourSeat: "Ваше место",
		stage: "Сцена",
		hall: "Зал",
		hemicycle: "Зал заседаний",
		programme: "Программа",
		agendaItem: "Пункт повестки дня",
		speakersList: "Список ораторов",
		seats: plural("ru", { one: "# место", few: "# места", many: "# мест", other: "# места" }),
		minutes: (n) => `${n} мин`,
		onAir: "В эфире",
		offAir: "Не в эфире",
		onRecord: "Под запись",
		offRecord: "Без записи",
		left: "осталось",
		over: "сверх времени",
		since: "с",
		gone: "прошло",
		cancel: "Отмена",
		close: "Закрыть",
		yes: "Да",
		undo: "Вернуть",
		tryAgain: "Повторить",
		yourTime: "по вашему времени",
	},
};
