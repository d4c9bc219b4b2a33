import type { GoodbyeReason } from "@/wire/protocol";
import type { Language } from "./language";
import { plural } from "./plural";

/** The strings of the shared components. */
export interface UiStrings {
	skip: string;
	pageLanguage: string;
	theme: string;
	themes: { system: string; light: string; dark: string };
	connecting: string;
	lost: (since: string) => string;
	nextTry: (seconds: number) => string;
	tryingNow: string;
	goodbye: Record<GoodbyeReason, string>;
	goodbyeDo: Record<GoodbyeReason, string>;
	continueHere: string;
	notices: string;
	dismiss: string;
	level: string;
	present: (n: number) => string;
	presentOf: (present: number, expected: number) => string;
	expectedSeats: (n: number) => string;
	rostrum: string;
	others: string;
	chamber: string;
	chamberHint: string;
	asList: string;
	handsUp: (n: number) => string;
	legend: string;
	legendPresent: string;
	legendExpected: string;
	legendHand: string;
	legendFloor: string;
	now: string;
	emptyAgenda: string;
}

export const ui: Record<Language, UiStrings> = {
	en: {
		skip: "Skip to the main content",
		pageLanguage: "Language of the page",
		theme: "Appearance",
		themes: { system: "As the device", light: "Light", dark: "Dark" },
		connecting: "Connecting to the meeting…",
		lost: (since) => `The connection has been lost since ${since}. What you see is the last known state.`,
		nextTry: (n) => `Next try in ${n} s.`,
		tryingNow: "Trying now…",
		goodbye: {
			replaced: "Your seat is open in another window.",
			sent_out: "The chair has sent you out of the meeting.",
			revoked: "Your personal link is no longer valid.",
			no_seat: "This browser no longer holds your seat.",
			too_slow: "Your connection could not keep up.",
		},
		goodbyeDo: {
			replaced: "A seat can be taken in one window at a time.",
			sent_out: "If you are let in again, this page returns by itself.",
			revoked: "Please ask the organiser for a new link.",
			no_seat: "Please open your personal link again.",
			too_slow: "The page is connecting again.",
		},
		continueHere: "Continue here",
		notices: "Notices",
		dismiss: "Dismiss",
		level: "Sound level",
		present: (n) => `${n} present`,
		presentOf: (present, expected) => `${present} present of ${expected}`,
		expectedSeats: plural("en", { one: "# seat expected", other: "# seats expected" }),
		rostrum: "Rostrum",
		others: "Others",
		chamber: "Chamber",
		chamberHint: "Move from seat to seat with the arrow keys.",
		asList: "Show the seats as a list",
		handsUp: plural("en", { one: "# hand raised", other: "# hands raised" }),
		legend: "Signs",
		legendPresent: "present",
		legendExpected: "expected",
		legendHand: "hand raised",
		legendFloor: "has the floor",
		now: "Now",
		emptyAgenda: "No agenda has been published.",
	},
	kk: {
		skip: "Негізгі мазмұнға өту",
		pageLanguage: "Беттің тілі",
		theme: "Көрініс",
		themes: { system: "Құрылғыдағыдай", light: "Жарық", dark: "Қараңғы" },
		connecting: "Отырысқа қосылуда…",
		lost: (since) => `Байланыс үзілді (${since}). Экранда соңғы белгілі жағдай көрсетілген.`,
		nextTry: (n) => `Келесі әрекет ${n} секундтан кейін.`,
		tryingNow: "Қайта қосылуда…",
		goodbye: {
			replaced: "Сіздің орныңыз басқа терезеде ашылды.",
			sent_out: "Төраға сізді отырыстан шығарды.",
			revoked: "Сіздің жеке сілтемеңіз енді жарамсыз.",
			no_seat: "Бұл браузерде сіздің орныңыз енді ашық емес.",
			too_slow: "Байланысыңыз тым баяу болды.",
		},
		goodbyeDo: {
			replaced: "Орынды бір мезгілде бір ғана терезеде ашуға болады.",
			sent_out: "Қайта кіргізілсеңіз, бұл бет өздігінен қалпына келеді.",
			revoked: "Ұйымдастырушыдан жаңа сілтеме сұраңыз.",
			no_seat: "Жеке сілтемеңізді қайта ашыңыз.",
			too_slow: "Бет қайта қосылуда.",
		},
		continueHere: "Осында жалғастыру",
		notices: "Хабарламалар",
		dismiss: "Жасыру",
		level: "Дыбыс деңгейі",
		present: (n) => `${n} қатысып отыр`,
		presentOf: (present, expected) => `${expected} орыннан ${present} қатысып отыр`,
		expectedSeats: plural("kk", { other: "# орын күтілуде" }),
		rostrum: "Мінбер",
		others: "Басқалар",
		chamber: "Мәжіліс залы",
		chamberHint: "Орындар арасында көрсеткі пернелермен жүріңіз.",
		asList: "Орындарды тізім түрінде көрсету",
		handsUp: plural("kk", { other: "# қол көтерілді" }),
		legend: "Белгілер",
		legendPresent: "қатысып отыр",
		legendExpected: "күтілуде",
		legendHand: "қол көтерді",
		legendFloor: "сөз берілді",
		now: "Қазір",
		emptyAgenda: "Күн тәртібі жарияланбаған.",
	},
	ko: {
		skip: "본문으로 건너뛰기",
		pageLanguage: "페이지 언어",
		theme: "화면 모드",
		themes: { system: "기기 설정", light: "밝게", dark: "어둡게" },
		connecting: "회의에 연결하는 중…",
		lost: (since) => `${since}부터 연결이 끊겼습니다. 마지막으로 확인된 상태를 표시하고 있습니다.`,
		nextTry: (n) => `${n}초 후 다시 연결합니다.`,
		tryingNow: "다시 연결하는 중…",
		goodbye: {
			replaced: "다른 창에서 좌석이 열렸습니다.",
			sent_out: "의장이 귀하를 퇴장 조치하였습니다.",
			revoked: "개인 링크가 더 이상 유효하지 않습니다.",
			no_seat: "이 브라우저에 귀하의 좌석이 더 이상 열려 있지 않습니다.",
			too_slow: "연결 속도가 회의를 따라가지 못했습니다.",
		},
		goodbyeDo: {
			replaced: "좌석은 한 번에 한 창에서만 사용할 수 있습니다.",
			sent_out: "다시 입장이 허용되면 이 페이지가 자동으로 복귀합니다.",
			revoked: "주최 측에 새 링크를 요청해 주십시오.",
			no_seat: "개인 링크를 다시 열어 주십시오.",
			too_slow: "페이지가 다시 연결하고 있습니다.",
		},
		continueHere: "이 창에서 계속하기",
		notices: "알림",
		dismiss: "닫기",
		level: "음량 수준",
		present: (n) => `${n}명 출석`,
		presentOf: (present, expected) => `${expected}석 중 ${present}명 출석`,
		expectedSeats: plural("ko", { other: "참석 예정 #석" }),
		rostrum: "연단",
		others: "기타",
		chamber: "좌석 배치도",
		chamberHint: "화살표 키로 좌석 사이를 이동할 수 있습니다.",
		asList: "좌석을 목록으로 보기",
		handsUp: plural("ko", { other: "손 든 참석자 #명" }),
		legend: "기호",
		legendPresent: "출석",
		legendExpected: "참석 예정",
		legendHand: "손 들기",
		legendFloor: "발언 중",
		now: "진행 중",
		emptyAgenda: "공개된 의제가 없습니다.",
	},
	ru: {
		skip: "Перейти к основному содержанию",
		pageLanguage: "Язык страницы",
		theme: "Оформление",
		themes: { system: "Как на устройстве", light: "Светлое", dark: "Тёмное" },
		connecting: "Подключение к заседанию…",
		lost: (since) => `Связь потеряна с ${since}. Показано последнее известное состояние.`,
		nextTry: (n) => `Следующая попытка через ${n} с.`,
		tryingNow: "Подключение…",
		goodbye: {
			replaced: "Ваше место открыто в другом окне.",
			sent_out: "Председатель удалил вас с заседания.",
			revoked: "Ваша персональная ссылка больше не действует.",
			no_seat: "Ваше место в этом браузере больше не открыто.",
			too_slow: "Ваше соединение не успевало за заседанием.",
		},
		goodbyeDo: {
			replaced: "Место может быть открыто только в одном окне.",
			sent_out: "Если вас допустят снова, страница вернётся сама.",
			revoked: "Попросите у организатора новую ссылку.",
			no_seat: "Откройте свою персональную ссылку ещё раз.",
			too_slow: "Страница подключается заново.",
		},
		continueHere: "Продолжить здесь",
		notices: "Уведомления",
		dismiss: "Скрыть",
		level: "Уровень звука",
		present: (n) => `Присутствуют: ${n}`,
		presentOf: (present, expected) => `Присутствуют ${present} из ${expected}`,
		expectedSeats: plural("ru", {
			one: "Ожидается # место",
			few: "Ожидается # места",
			many: "Ожидается # мест",
			other: "Ожидается # места",
		}),
		rostrum: "Трибуна",
		others: "Прочие",
		chamber: "Зал заседаний",
		chamberHint: "Переходите от места к месту клавишами со стрелками.",
		asList: "Показать места списком",
		handsUp: plural("ru", {
			one: "Поднята # рука",
			few: "Подняты # руки",
			many: "Поднято # рук",
			other: "Поднято # руки",
		}),
		legend: "Обозначения",
		legendPresent: "присутствует",
		legendExpected: "ожидается",
		legendHand: "рука поднята",
		legendFloor: "имеет слово",
		now: "Сейчас",
		emptyAgenda: "Повестка дня не опубликована.",
	},
};
