import { plural } from "../plural";
import type { ChairStrings } from "../strings/chair";

export default {
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
} satisfies ChairStrings;
