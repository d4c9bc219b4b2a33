import type { Language } from "./language";
import { plural } from "./plural";

/** The strings of the organiser's record desk: its frame and the verbatim. */
export interface RecordStrings {
	title: string;
	back: string;
	tabs: { verbatim: string; quotes: string; communique: string };
	loading: string;
	forbidden: string;
	failed: string;
	stale: string;
	/** Why something was not done, by the server's code; `other` for the rest. */
	faults: Record<
		| "nothing"
		| "changed"
		| "several_speakers"
		| "several_languages"
		| "conflict"
		| "tooMuch"
		| "lost"
		| "other",
		string
	>;
	empty: string;
	emptyHelp: string;
	lines: (n: number) => string;
	search: string;
	everybody: string;
	speaker: string;
	noneFound: string;
	beforeItems: string;
	listen: (time: string) => string;
	stopListening: string;
	edit: string;
	words: string;
	whoSpoke: string;
	save: string;
	cancel: string;
	saved: string;
	undo: string;
	undone: string;
	struck: string;
	strike: string;
	struckOut: string;
	versions: (n: number) => string;
	version: (n: number, time: string) => string;
	writers: { machine: string; captioner: string; editor: string };
	restore: string;
	mark: string;
	markHelp: string;
	addMarked: string;
	basket: string;
	basketHelp: string;
	makeQuote: string;
	clearBasket: string;
	quoted: (n: number) => string;
	made: string;
	compare: string;
	compareHelp: string;
	saveAs: string;
}

export const record: Record<Language, RecordStrings> = {
	en: {
		title: "Record desk",
		back: "Back to the chair's page",
		tabs: { verbatim: "Verbatim", quotes: "Quotes", communique: "Communiqué" },
		loading: "Loading the record…",
		forbidden: "This page is for the organiser. Please open your personal link again.",
		failed: "The record could not be loaded.",
		stale: "The connection is lost. What you see may be out of date; your text stays in the page.",
		faults: {
			nothing: "No words are marked.",
			changed: "A line was corrected in the meantime. Please mark the words again.",
			several_speakers: "These are the words of several speakers. Please mark those of one.",
			several_languages: "These words are in several languages. Please mark those in one.",
			conflict: "Somebody else saved it in the meantime. Your text is still here: compare, then save again.",
			tooMuch: "Too many changes at once. Please wait a moment.",
			lost: "The connection was lost. Nothing was saved; please try again.",
			other: "This could not be done. Please try again.",
		},
		empty: "Nothing has been written down yet.",
		emptyHelp:
			"Lines appear here as captions are made or written during the meeting. The server writes them by itself when it is started with a caption model.",
		lines: plural("en", { one: "# line", other: "# lines" }),
		search: "Search the words",
		everybody: "Everybody",
		speaker: "Speaker",
		noneFound: "No line holds these words.",
		beforeItems: "Before the agenda",
		listen: (time) => `Listen from ${time}`,
		stopListening: "Stop",
		edit: "Correct",
		words: "Words",
		whoSpoke: "Who spoke",
		save: "Save",
		cancel: "Cancel",
		saved: "The line was corrected.",
		undo: "Undo",
		undone: "The correction was undone.",
		struck: "Struck out",
		strike: "Strike out",
		struckOut: "The line was struck out.",
		versions: plural("en", { one: "# version", other: "# versions" }),
		version: (n, time) => `Version ${n}, ${time}`,
		writers: { machine: "machine", captioner: "captioner", editor: "editor" },
		restore: "Restore",
		mark: "Quote",
		markHelp: "Select the words with the mouse, or with Shift and the arrow keys.",
		addMarked: "Take the selected words",
		basket: "Words for a quote",
		basketHelp: "Take words from further lines of the same speaker, or make the quote.",
		makeQuote: "Make a quote",
		clearBasket: "Put the words back",
		quoted: (n) => `Quote ${n}`,
		made: "The quote was made. It stands under “Quotes”.",
		compare: "Compare with the texts given beforehand",
		compareHelp: "Underlined: added. Struck: in the text, but not said.",
		saveAs: "Save the verbatim as",
	},
	kk: {
		title: "Материалдарды дайындау",
		back: "Төраға бетіне оралу",
		tabs: { verbatim: "Сөзбе-сөз жазба", quotes: "Дәйексөздер", communique: "Коммюнике" },
		loading: "Жазба жүктелуде…",
		forbidden: "Бұл бет ұйымдастырушыға арналған. Жеке сілтемеңізді қайта ашыңыз.",
		failed: "Жазбаны жүктеу мүмкін болмады.",
		stale: "Байланыс үзілді. Көріп тұрғаныңыз ескірген болуы мүмкін; мәтініңіз бетте сақталады.",
		faults: {
			nothing: "Ешқандай сөз белгіленбеген.",
			changed: "Осы аралықта жол түзетілді. Сөздерді қайта белгілеңіз.",
			several_speakers: "Бұл бірнеше адамның сөзі. Бір адамның сөзін белгілеңіз.",
			several_languages: "Бұл сөздер бірнеше тілде. Бір тілдегісін белгілеңіз.",
			conflict: "Осы аралықта басқа біреу сақтап қойды. Мәтініңіз осында: салыстырып, қайта сақтаңыз.",
			tooMuch: "Өзгерістер тым көп. Сәл күте тұрыңыз.",
			lost: "Байланыс үзілді. Ештеңе сақталмады; қайталап көріңіз.",
			other: "Орындау мүмкін болмады. Қайталап көріңіз.",
		},
		empty: "Әзірге ештеңе жазылған жоқ.",
		emptyHelp:
			"Отырыс кезінде субтитр жасалғанда немесе жазылғанда жолдар осында пайда болады. Сервер субтитр моделімен іске қосылса, оларды өзі жазады.",
		lines: plural("kk", { other: "# жол" }),
		search: "Сөздерден іздеу",
		everybody: "Барлығы",
		speaker: "Сөйлеуші",
		noneFound: "Мұндай сөздері бар жол жоқ.",
		beforeItems: "Күн тәртібіне дейін",
		listen: (time) => `Мына сәттен тыңдау: ${time}`,
		stopListening: "Тоқтату",
		edit: "Түзету",
		words: "Сөздер",
		whoSpoke: "Кім сөйледі",
		save: "Сақтау",
		cancel: "Болдырмау",
		saved: "Жол түзетілді.",
		undo: "Қайтару",
		undone: "Түзету қайтарылды.",
		struck: "Сызылып тасталды",
		strike: "Сызып тастау",
		struckOut: "Жол сызылып тасталды.",
		versions: plural("kk", { other: "# нұсқа" }),
		version: (n, time) => `${n}-нұсқа, ${time}`,
		writers: { machine: "автоматты түрде", captioner: "субтитр жазушы", editor: "редактор" },
		restore: "Қалпына келтіру",
		mark: "Дәйексөз алу",
		markHelp: "Сөздерді тінтуірмен немесе Shift пен көрсеткі пернелері арқылы белгілеңіз.",
		addMarked: "Белгіленген сөздерді алу",
		basket: "Дәйексөзге арналған сөздер",
		basketHelp: "Сол сөйлеушінің басқа жолдарынан сөз қосыңыз немесе дәйексөз жасаңыз.",
		makeQuote: "Дәйексөз жасау",
		clearBasket: "Сөздерді қайтару",
		quoted: (n) => `${n}-дәйексөз`,
		made: "Дәйексөз жасалды. Ол «Дәйексөздер» бөлімінде тұр.",
		compare: "Алдын ала берілген мәтіндермен салыстыру",
		compareHelp: "Асты сызылғаны: қосылған. Үсті сызылғаны: мәтінде бар, бірақ айтылмаған.",
		saveAs: "Жазбаны келесі түрде сақтау",
	},
	ko: {
		title: "회의 자료 작성",
		back: "의장 페이지로 돌아가기",
		tabs: { verbatim: "속기록", quotes: "인용문", communique: "보도 자료" },
		loading: "기록을 불러오는 중…",
		forbidden: "주최 측을 위한 페이지입니다. 개인 링크를 다시 열어 주십시오.",
		failed: "기록을 불러오지 못했습니다.",
		stale: "연결이 끊겼습니다. 표시된 내용이 최신이 아닐 수 있으며, 작성한 글은 페이지에 남아 있습니다.",
		faults: {
			nothing: "선택한 문구가 없습니다.",
			changed: "그사이 해당 행이 수정되었습니다. 문구를 다시 선택해 주십시오.",
			several_speakers: "여러 발언자의 말입니다. 한 사람의 말만 선택해 주십시오.",
			several_languages: "여러 언어로 된 말입니다. 한 언어의 말만 선택해 주십시오.",
			conflict: "그사이 다른 사람이 저장했습니다. 작성한 글은 그대로 있으니 비교한 후 다시 저장해 주십시오.",
			tooMuch: "변경이 너무 많습니다. 잠시 후 다시 시도해 주십시오.",
			lost: "연결이 끊겨 저장되지 않았습니다. 다시 시도해 주십시오.",
			other: "처리하지 못했습니다. 다시 시도해 주십시오.",
		},
		empty: "아직 기록된 발언이 없습니다.",
		emptyHelp:
			"회의 중 자막이 만들어지거나 작성되면 이곳에 나타납니다. 자막 모델과 함께 서버를 시작하면 자동으로 기록됩니다.",
		lines: plural("ko", { other: "#행" }),
		search: "문구 검색",
		everybody: "전체",
		speaker: "발언자",
		noneFound: "해당 문구가 있는 행이 없습니다.",
		beforeItems: "의사일정 이전",
		listen: (time) => `${time}부터 듣기`,
		stopListening: "정지",
		edit: "수정",
		words: "문구",
		whoSpoke: "발언자",
		save: "저장",
		cancel: "취소",
		saved: "행을 수정했습니다.",
		undo: "되돌리기",
		undone: "수정을 되돌렸습니다.",
		struck: "삭제됨",
		strike: "삭제 표시",
		struckOut: "행을 삭제 표시했습니다.",
		versions: plural("ko", { other: "버전 #개" }),
		version: (n, time) => `버전 ${n}, ${time}`,
		writers: { machine: "자동", captioner: "자막 작성자", editor: "편집자" },
		restore: "복원",
		mark: "인용",
		markHelp: "마우스 또는 Shift와 화살표 키로 문구를 선택하십시오.",
		addMarked: "선택한 문구 담기",
		basket: "인용할 문구",
		basketHelp: "같은 발언자의 다른 행에서 문구를 더 담거나 인용문을 만드십시오.",
		makeQuote: "인용문 만들기",
		clearBasket: "문구 비우기",
		quoted: (n) => `인용문 ${n}`,
		made: "인용문을 만들었습니다. ‘인용문’ 탭에 있습니다.",
		compare: "사전 제출 원고와 대조",
		compareHelp: "밑줄: 원고에 없는 발언. 취소선: 원고에 있으나 발언하지 않음.",
		saveAs: "속기록 저장 형식",
	},
	ru: {
		title: "Подготовка материалов",
		back: "Вернуться на страницу председателя",
		tabs: { verbatim: "Стенограмма", quotes: "Цитаты", communique: "Коммюнике" },
		loading: "Запись загружается…",
		forbidden: "Эта страница для организатора. Откройте свою персональную ссылку ещё раз.",
		failed: "Не удалось загрузить запись.",
		stale: "Связь прервалась. Показанное могло устареть; ваш текст остаётся на странице.",
		faults: {
			nothing: "Слова не отмечены.",
			changed: "Строку тем временем исправили. Отметьте слова заново.",
			several_speakers: "Это слова нескольких выступавших. Отметьте слова одного.",
			several_languages: "Эти слова на нескольких языках. Отметьте слова на одном.",
			conflict: "Тем временем сохранил кто-то другой. Ваш текст на месте: сравните и сохраните снова.",
			tooMuch: "Слишком много изменений подряд. Подождите немного.",
			lost: "Связь прервалась, ничего не сохранено. Повторите попытку.",
			other: "Не удалось выполнить. Повторите попытку.",
		},
		empty: "Пока ничего не записано.",
		emptyHelp:
			"Строки появляются здесь, когда во время заседания создаются или пишутся субтитры. Сервер пишет их сам, если запущен с моделью субтитров.",
		lines: plural("ru", { one: "# строка", few: "# строки", many: "# строк", other: "# строки" }),
		search: "Поиск по словам",
		everybody: "Все",
		speaker: "Выступавший",
		noneFound: "Строк с такими словами нет.",
		beforeItems: "До повестки дня",
		listen: (time) => `Слушать с ${time}`,
		stopListening: "Остановить",
		edit: "Исправить",
		words: "Слова",
		whoSpoke: "Кто говорил",
		save: "Сохранить",
		cancel: "Отмена",
		saved: "Строка исправлена.",
		undo: "Вернуть",
		undone: "Исправление отменено.",
		struck: "Вычеркнуто",
		strike: "Вычеркнуть",
		struckOut: "Строка вычеркнута.",
		versions: plural("ru", { one: "# версия", few: "# версии", many: "# версий", other: "# версии" }),
		version: (n, time) => `Версия ${n}, ${time}`,
		writers: { machine: "автоматически", captioner: "составитель субтитров", editor: "редактор" },
		restore: "Восстановить",
		mark: "Цитировать",
		markHelp: "Выделите слова мышью или клавишами со стрелками, удерживая клавишу смены регистра.",
		addMarked: "Взять выделенные слова",
		basket: "Слова для цитаты",
		basketHelp: "Добавьте слова из других строк того же выступавшего или создайте цитату.",
		makeQuote: "Создать цитату",
		clearBasket: "Вернуть слова",
		quoted: (n) => `Цитата ${n}`,
		made: "Цитата создана. Она находится на вкладке «Цитаты».",
		compare: "Сравнить с представленными текстами",
		compareHelp: "Подчёркнуто: добавлено. Зачёркнуто: есть в тексте, но не сказано.",
		saveAs: "Сохранить стенограмму как",
	},
};
