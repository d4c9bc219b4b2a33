import type { Language } from "./language";
import { plural } from "./plural";

/** The words of the chair's page. */
export interface ChairStrings {
	page: string;
	parts: {
		speakers: string;
		hands: string;
		stage: string;
		agenda: string;
		room: string;
		seat: string;
		me: string;
	};
	meeting: {
		open: string;
		openAgain: string;
		close: string;
		closeQuestion: string;
		closeConfirm: string;
		planned: string;
		closed: string;
		openFor: string;
		closedAt: (time: string) => string;
		opensAt: (time: string) => string;
	};
	floor: {
		nobody: string;
		holds: string;
		microphoneClosed: string;
		absent: string;
	};
	notSending: string;
	ready: { microphone: string; camera: string; screen: string };
	notReady: { microphone: string; camera: string; screen: string };
	shown: { camera: string; screen: string };
	/** As short as can be: the state of a microphone, a camera or a screen, under its sign. */
	state: { ready: string; none: string; open: string; closed: string; shown: string };
	level: (name: string) => string;
	hands: {
		none: string;
		waiting: (time: string) => string;
		raised: (name: string) => string;
	};
	room: {
		present: (present: string, expected: string) => string;
		search: string;
		filter: string;
		filters: { all: string; present: string; hands: string; sent_out: string };
		nothing: string;
		sentOut: string;
		sentOutAt: (time: string) => string;
		close: string;
	};
	agenda: {
		first: string;
		next: string;
		last: string;
		none: string;
		notOpen: string;
		call: (title: string) => string;
		called: (title: string) => string;
		present: string;
		previous: string;
		noPrevious: string;
	};
	stage: {
		empty: string;
		unlock: string;
		sound: string;
		unable: string;
		volume: string;
	};
	me: {
		open: string;
		close: string;
		give: string;
		take: string;
	};
	undone: string;
	seats: (n: number) => string;
}

export const chair: Record<Language, ChairStrings> = {
	en: {
		page: "Chair",
		parts: {
			speakers: "Speakers",
			hands: "Raised hands",
			stage: "Stage",
			agenda: "Agenda",
			room: "Room",
			seat: "Selected seat",
			me: "Speak yourself",
		},
		meeting: {
			open: "Open the meeting",
			openAgain: "Open the meeting again",
			close: "Close the meeting",
			closeQuestion:
				"Close the meeting? The floor is taken from everybody, the stage is emptied and all hands are lowered. You can open it again.",
			closeConfirm: "Yes, close the meeting",
			planned: "The meeting is not open yet. Seats can come in; nobody is heard or seen until you open it.",
			closed: "The meeting is closed. Nobody is heard or seen. You can open it again.",
			openFor: "open",
			closedAt: (time) => `Closed at ${time}`,
			opensAt: (time) => `Planned for ${time}`,
		},
		floor: {
			nobody: "Nobody has the floor.",
			holds: "on the floor",
			microphoneClosed: "Microphone closed",
			absent: "has the floor, but nobody is in the seat",
		},
		notSending: "This seat is not sending it.",
		ready: { microphone: "Microphone ready", camera: "Camera ready", screen: "Screen ready" },
		notReady: { microphone: "No microphone", camera: "No camera", screen: "No screen shared" },
		shown: { camera: "Camera on the stage", screen: "Screen on the stage" },
		state: { ready: "Ready", none: "None", open: "Open", closed: "Closed", shown: "On stage" },
		level: (name) => `Sound level of ${name}`,
		hands: {
			none: "No hand is raised.",
			waiting: (time) => `waiting ${time}`,
			raised: (name) => `${name} has raised a hand.`,
		},
		room: {
			present: (present, expected) => `${present} of ${expected} present`,
			search: "Search the seats",
			filter: "Show",
			filters: { all: "All", present: "Present", hands: "Hands raised", sent_out: "Sent out" },
			nothing: "No seat matches.",
			sentOut: "Sent out",
			sentOutAt: (time) => `Sent out at ${time}`,
			close: "Close the selected seat",
		},
		agenda: {
			first: "Begin",
			next: "Next",
			last: "This is the last item of the agenda.",
			none: "This meeting has no agenda.",
			notOpen: "Items can be called once the meeting is open.",
			call: (title) => `Call: ${title}`,
			called: (title) => `Now: ${title}`,
			present: "Present item",
			previous: "Back to the previous item",
			noPrevious: "There is no item before this one.",
		},
		stage: {
			empty: "The stage is empty.",
			unlock: "Turn the sound on",
			sound: "Sound",
			unable:
				"This browser cannot play the sound and picture of the meeting; everything else on this page works. A current Chrome or Edge can.",
			volume: "Volume",
		},
		me: {
			open: "Speak yourself",
			close: "Close",
			give: "Take the floor myself",
			take: "Give up the floor",
		},
		undone: "Undone.",
		seats: plural("en", { one: "# seat listed", other: "# seats listed" }),
	},
	kk: {
		page: "Төраға",
		parts: {
			speakers: "Баяндамашылар",
			hands: "Көтерілген қолдар",
			stage: "Сахна",
			agenda: "Күн тәртібі",
			room: "Зал",
			seat: "Таңдалған орын",
			me: "Өзіңіз сөйлеу",
		},
		meeting: {
			open: "Отырысты ашу",
			openAgain: "Отырысты қайта ашу",
			close: "Отырысты жабу",
			closeQuestion:
				"Отырыс жабылсын ба? Барлығының сөзі аяқталады, сахна босатылады, қолдар түсіріледі. Отырысты қайта ашуға болады.",
			closeConfirm: "Иә, жабу",
			planned:
				"Отырыс әлі ашылған жоқ. Қатысушылар кіре алады, бірақ сіз ашқанша ешкім естілмейді және көрінбейді.",
			closed: "Отырыс жабық. Ешкім естілмейді және көрінбейді. Оны қайта ашуға болады.",
			openFor: "ашық",
			closedAt: (time) => `Жабылған уақыты: ${time}`,
			opensAt: (time) => `Жоспарланған уақыты: ${time}`,
		},
		floor: {
			nobody: "Ешкімге сөз берілмеген.",
			holds: "сөйлеп тұр",
			microphoneClosed: "Микрофон өшірулі",
			absent: "сөз берілген, бірақ орнында ешкім жоқ",
		},
		notSending: "Бұл орыннан ол жіберіліп тұрған жоқ.",
		ready: { microphone: "Микрофон дайын", camera: "Камера дайын", screen: "Экран дайын" },
		notReady: { microphone: "Микрофон жоқ", camera: "Камера жоқ", screen: "Экран бөлісілмеген" },
		shown: { camera: "Камера сахнада", screen: "Экран сахнада" },
		state: { ready: "Дайын", none: "Жоқ", open: "Қосулы", closed: "Өшірулі", shown: "Сахнада" },
		level: (name) => `Дыбыс деңгейі: ${name}`,
		hands: {
			none: "Көтерілген қол жоқ.",
			waiting: (time) => `${time} күтіп отыр`,
			raised: (name) => `Қол көтерді: ${name}.`,
		},
		room: {
			present: (present, expected) => `${expected} орыннан ${present} қатысып отыр`,
			search: "Орындарды іздеу",
			filter: "Көрсету",
			filters: {
				all: "Барлығы",
				present: "Қатысып отырғандар",
				hands: "Қол көтергендер",
				sent_out: "Шығарылғандар",
			},
			nothing: "Сәйкес орын табылмады.",
			sentOut: "Шығарылған",
			sentOutAt: (time) => `Шығарылған уақыты: ${time}`,
			close: "Таңдалған орынды жабу",
		},
		agenda: {
			first: "Бастау",
			next: "Келесі",
			last: "Бұл – күн тәртібінің соңғы тармағы.",
			none: "Бұл отырыстың күн тәртібі жоқ.",
			notOpen: "Тармақтарды отырыс ашылғаннан кейін бастауға болады.",
			call: (title) => `Тармаққа көшу: ${title}`,
			called: (title) => `Қазір: ${title}`,
			present: "Қазіргі тармақ",
			previous: "Алдыңғы тармаққа оралу",
			noPrevious: "Бұдан бұрынғы тармақ жоқ.",
		},
		stage: {
			empty: "Сахна бос.",
			unlock: "Дыбысты қосу",
			sound: "Дыбыс",
			unable:
				"Бұл браузер отырыстың дыбысы мен бейнесін ойната алмайды; беттегі қалғанының бәрі жұмыс істейді. Chrome не Edge соңғы нұсқасын пайдаланыңыз.",
			volume: "Дыбыс қаттылығы",
		},
		me: {
			open: "Өзіңіз сөйлеу",
			close: "Жабу",
			give: "Сөзді өзіме беру",
			take: "Сөзімді аяқтау",
		},
		undone: "Қайтарылды.",
		seats: plural("kk", { other: "Тізімде # орын" }),
	},
	ko: {
		page: "의장",
		parts: {
			speakers: "발표자",
			hands: "발언 신청",
			stage: "무대",
			agenda: "의제",
			room: "회의장",
			seat: "선택한 좌석",
			me: "직접 발언",
		},
		meeting: {
			open: "개회",
			openAgain: "다시 개회",
			close: "폐회",
			closeQuestion:
				"폐회하시겠습니까? 모든 발언권이 회수되고 무대가 비워지며 든 손이 모두 내려갑니다. 다시 개회할 수 있습니다.",
			closeConfirm: "예, 폐회합니다",
			planned:
				"아직 개회 전입니다. 참석자는 입장할 수 있으나, 개회할 때까지 아무도 들리거나 보이지 않습니다.",
			closed: "폐회되었습니다. 아무도 들리거나 보이지 않습니다. 다시 개회할 수 있습니다.",
			openFor: "진행",
			closedAt: (time) => `${time} 폐회`,
			opensAt: (time) => `${time} 예정`,
		},
		floor: {
			nobody: "발언권을 가진 사람이 없습니다.",
			holds: "발언 중",
			microphoneClosed: "마이크 꺼짐",
			absent: "발언권이 있으나 좌석에 아무도 없습니다",
		},
		notSending: "이 좌석에서 송출하지 않고 있습니다.",
		ready: { microphone: "마이크 준비됨", camera: "카메라 준비됨", screen: "화면 준비됨" },
		notReady: { microphone: "마이크 없음", camera: "카메라 없음", screen: "공유 화면 없음" },
		shown: { camera: "카메라 표시 중", screen: "화면 표시 중" },
		state: { ready: "준비됨", none: "없음", open: "켜짐", closed: "꺼짐", shown: "표시 중" },
		level: (name) => `${name}의 음량`,
		hands: {
			none: "손을 든 사람이 없습니다.",
			waiting: (time) => `${time} 대기`,
			raised: (name) => `${name}: 발언을 신청했습니다.`,
		},
		room: {
			present: (present, expected) => `${expected}석 중 ${present}석 출석`,
			search: "좌석 검색",
			filter: "보기",
			filters: { all: "전체", present: "출석", hands: "손 든 좌석", sent_out: "퇴장 조치" },
			nothing: "해당하는 좌석이 없습니다.",
			sentOut: "퇴장 조치됨",
			sentOutAt: (time) => `${time} 퇴장 조치됨`,
			close: "선택한 좌석 닫기",
		},
		agenda: {
			first: "시작",
			next: "다음",
			last: "마지막 의제입니다.",
			none: "이 회의에는 의제가 없습니다.",
			notOpen: "개회한 뒤에 의제를 진행할 수 있습니다.",
			call: (title) => `의제 진행: ${title}`,
			called: (title) => `현재 의제: ${title}`,
			present: "현재 의제",
			previous: "이전 의제로 돌아가기",
			noPrevious: "이전 의제가 없습니다.",
		},
		stage: {
			empty: "무대가 비어 있습니다.",
			unlock: "소리 켜기",
			sound: "소리",
			unable:
				"이 브라우저는 회의의 음성과 영상을 재생할 수 없습니다. 이 페이지의 나머지 기능은 사용할 수 있습니다. 최신 Chrome 또는 Edge를 이용해 주십시오.",
			volume: "음량",
		},
		me: {
			open: "직접 발언",
			close: "닫기",
			give: "내가 발언하기",
			take: "내 발언 마치기",
		},
		undone: "되돌렸습니다.",
		seats: plural("ko", { other: "#석 표시" }),
	},
	ru: {
		page: "Председатель",
		parts: {
			speakers: "Докладчики",
			hands: "Поднятые руки",
			stage: "Сцена",
			agenda: "Повестка дня",
			room: "Зал",
			seat: "Выбранное место",
			me: "Выступить самому",
		},
		meeting: {
			open: "Открыть заседание",
			openAgain: "Открыть заседание снова",
			close: "Закрыть заседание",
			closeQuestion:
				"Закрыть заседание? Все выступления завершатся, сцена опустеет, руки будут опущены. Заседание можно открыть снова.",
			closeConfirm: "Да, закрыть",
			planned:
				"Заседание ещё не открыто. Участники могут входить, но никого не слышно и не видно, пока вы его не откроете.",
			closed: "Заседание закрыто. Никого не слышно и не видно. Его можно открыть снова.",
			openFor: "идёт",
			closedAt: (time) => `Закрыто в ${time}`,
			opensAt: (time) => `Назначено на ${time}`,
		},
		floor: {
			nobody: "Слово никому не предоставлено.",
			holds: "выступает",
			microphoneClosed: "Микрофон выключен",
			absent: "слово предоставлено, но на месте никого нет",
		},
		notSending: "С этого места это не передаётся.",
		ready: { microphone: "Микрофон готов", camera: "Камера готова", screen: "Экран готов" },
		notReady: { microphone: "Нет микрофона", camera: "Нет камеры", screen: "Экран не передаётся" },
		shown: { camera: "Камера на сцене", screen: "Экран на сцене" },
		state: { ready: "Готов", none: "Нет", open: "Включён", closed: "Выключен", shown: "На сцене" },
		level: (name) => `Уровень звука: ${name}`,
		hands: {
			none: "Поднятых рук нет.",
			waiting: (time) => `ждёт ${time}`,
			raised: (name) => `Поднята рука: ${name}.`,
		},
		room: {
			present: (present, expected) => `Присутствуют: ${present} из ${expected}`,
			search: "Поиск по местам",
			filter: "Показать",
			filters: { all: "Все", present: "Присутствующие", hands: "С поднятой рукой", sent_out: "Удалённые" },
			nothing: "Подходящих мест нет.",
			sentOut: "Удалён с заседания",
			sentOutAt: (time) => `Удаление в ${time}`,
			close: "Закрыть выбранное место",
		},
		agenda: {
			first: "Начать",
			next: "Далее",
			last: "Это последний пункт повестки дня.",
			none: "У этого заседания нет повестки дня.",
			notOpen: "Пункты можно объявлять после открытия заседания.",
			call: (title) => `Перейти к пункту: ${title}`,
			called: (title) => `Сейчас: ${title}`,
			present: "Текущий пункт",
			previous: "Вернуться к предыдущему пункту",
			noPrevious: "Предыдущего пункта нет.",
		},
		stage: {
			empty: "Сцена пуста.",
			unlock: "Включить звук",
			sound: "Звук",
			unable:
				"Этот браузер не может воспроизвести звук и изображение заседания; всё остальное на странице работает. Подойдёт современный Chrome или Edge.",
			volume: "Громкость",
		},
		me: {
			open: "Выступить самому",
			close: "Закрыть",
			give: "Взять слово",
			take: "Завершить своё выступление",
		},
		undone: "Отменено.",
		seats: plural("ru", {
			one: "В списке # место",
			few: "В списке # места",
			many: "В списке # мест",
			other: "В списке # места",
		}),
	},
};
