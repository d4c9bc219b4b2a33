import type { Language } from "./language";

/** The words of the list of the chair's keys. */
export interface ChairKeyboardStrings {
	page: string;
	seat: string;
	lists: string;
	arrows: string;
	enter: string;
	escape: string;
	deed: {
		next: string;
		previous: string;
		first_hand: string;
		give: string;
		take: string;
		microphone: string;
		camera: string;
		screen: string;
		lower: string;
		send_out: string;
		let_in: string;
		undo: string;
		sound: string;
		speakers: string;
		hands: string;
		agenda: string;
		room: string;
		search: string;
		keyboard: string;
	};
}

export const chairKeyboard: Record<Language, ChairKeyboardStrings> = {
	en: {
		page: "Anywhere on the page",
		seat: "On the seat in focus, or else the selected seat",
		lists: "In lists",
		arrows: "Move",
		enter: "Select the seat, press the button",
		escape: "Close what is open, and cancel a question",
		deed: {
			next: "Call the next item",
			previous: "Back to the previous item",
			first_hand: "Give the floor to the first raised hand",
			give: "Give the floor",
			take: "Take the floor back",
			microphone: "Close or open the microphone",
			camera: "Show or hide the camera",
			screen: "Show or hide the screen",
			lower: "Lower the hand",
			send_out: "Send out (asks first)",
			let_in: "Let in",
			undo: "Undo what can still be undone",
			sound: "Sound on or off on this page",
			speakers: "Go to the speakers",
			hands: "Go to the raised hands",
			agenda: "Go to the agenda",
			room: "Go to the seats",
			search: "Search the seats",
			keyboard: "Show this list",
		},
	},
	kk: {
		page: "Беттің кез келген жерінде",
		seat: "Фокустағы, болмаса таңдалған орын үшін",
		lists: "Тізімдерде",
		arrows: "Жылжу",
		enter: "Орынды таңдау, батырманы басу",
		escape: "Ашық тұрғанды жабу, сұрақтан бас тарту",
		deed: {
			next: "Келесі тармаққа көшу",
			previous: "Алдыңғы тармаққа оралу",
			first_hand: "Бірінші көтерілген қолға сөз беру",
			give: "Сөз беру",
			take: "Сөзін аяқтау",
			microphone: "Микрофонды өшіру немесе қосу",
			camera: "Камераны көрсету немесе жасыру",
			screen: "Экранды көрсету немесе жасыру",
			lower: "Қолын түсіру",
			send_out: "Отырыстан шығару (алдымен сұрайды)",
			let_in: "Қайта кіргізу",
			undo: "Қайтаруға болатын соңғы әрекетті қайтару",
			sound: "Осы беттегі дыбысты қосу не өшіру",
			speakers: "Баяндамашыларға өту",
			hands: "Көтерілген қолдарға өту",
			agenda: "Күн тәртібіне өту",
			room: "Орындарға өту",
			search: "Орындарды іздеу",
			keyboard: "Осы тізімді көрсету",
		},
	},
	ko: {
		page: "페이지 어디서나",
		seat: "초점이 있는 좌석 또는 선택한 좌석",
		lists: "목록에서",
		arrows: "이동",
		enter: "좌석 선택, 버튼 누르기",
		escape: "열린 것 닫기, 질문 취소",
		deed: {
			next: "다음 의제 진행",
			previous: "이전 의제로 돌아가기",
			first_hand: "가장 먼저 손 든 좌석에 발언권 부여",
			give: "발언권 부여",
			take: "발언권 회수",
			microphone: "마이크 끄기 또는 켜기",
			camera: "카메라 표시 또는 숨기기",
			screen: "화면 표시 또는 숨기기",
			lower: "손 내리기",
			send_out: "퇴장 조치 (먼저 확인)",
			let_in: "재입장 허용",
			undo: "되돌릴 수 있는 조치 되돌리기",
			sound: "이 페이지의 소리 켜기 또는 끄기",
			speakers: "발표자로 이동",
			hands: "발언 신청으로 이동",
			agenda: "의제로 이동",
			room: "좌석으로 이동",
			search: "좌석 검색",
			keyboard: "이 목록 보기",
		},
	},
	ru: {
		page: "В любом месте страницы",
		seat: "Для места в фокусе, иначе для выбранного места",
		lists: "В списках",
		arrows: "Перемещение",
		enter: "Выбрать место, нажать кнопку",
		escape: "Закрыть открытое, отменить вопрос",
		deed: {
			next: "Перейти к следующему пункту",
			previous: "Вернуться к предыдущему пункту",
			first_hand: "Предоставить слово первому поднявшему руку",
			give: "Предоставить слово",
			take: "Завершить выступление",
			microphone: "Выключить или включить микрофон",
			camera: "Показать или скрыть камеру",
			screen: "Показать или скрыть экран",
			lower: "Опустить руку",
			send_out: "Удалить с заседания (сначала спросит)",
			let_in: "Впустить снова",
			undo: "Вернуть то, что ещё можно вернуть",
			sound: "Включить или выключить звук этой страницы",
			speakers: "К докладчикам",
			hands: "К поднятым рукам",
			agenda: "К повестке дня",
			room: "К местам",
			search: "Поиск по местам",
			keyboard: "Показать этот список",
		},
	},
};
