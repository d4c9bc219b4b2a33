import type { Language } from "./language";

/** What is said about captions. A language comes by its name in the page's language. */
export interface CaptionsStrings {
	title: string;
	off: string;
	/** In the language that is spoken. */
	original: string;
	originalNote: string;
	size: string;
	sizes: [string, string, string, string];
	contrast: string;
	offer: string;
	accept: string;
	decline: string;
	/** Where no line has come yet. */
	waiting: string;
	/** What is spoken now is in a language that nobody writes. */
	notWritten: (language: string) => string;
	offRecord: string;
	byMachine: string;
	byCaptioner: string;
	newest: string;
	/** For the chair. */
	behind: (seconds: number) => string;
	stopped: string;
	notStored: string;
	/** For the captioner. */
	desk: string;
	writeIn: string;
	instead: string;
	insteadNote: string;
	speaker: string;
	onFloor: string;
	others: string;
	line: string;
	lineNote: string;
	send: string;
	lines: string;
	noLines: string;
	correct: string;
	corrected: string;
	save: string;
	cancel: string;
	strike: string;
	sending: string;
	again: string;
	drop: string;
	notOpen: string;
}

export const captions: Record<Language, CaptionsStrings> = {
	en: {
		title: "Captions",
		off: "No captions",
		original: "As spoken",
		originalNote: "In the language of whoever has the floor",
		size: "Size of the text",
		sizes: ["Normal", "Large", "Larger", "Largest"],
		contrast: "White on black",
		offer: "What is said can be read along.",
		accept: "Show captions",
		decline: "No captions",
		waiting: "What is said appears here.",
		notWritten: (language) => `Nobody writes captions for what is spoken now (${language}).`,
		offRecord: "Off the record: no captions are written.",
		byMachine: "Written by a machine: there may be mistakes.",
		byCaptioner: "Written by a captioner.",
		newest: "To the newest line",
		behind: (seconds) =>
			`The captions are ${seconds} s late: the server cannot keep up, and writes whole lines only.`,
		stopped: "The captions have stopped; they are being started again.",
		notStored: "Captions could not be stored. The server keeps trying; check its disk.",
		desk: "Captioning",
		writeIn: "I write in",
		instead: "I write instead of the machine",
		insteadNote: "While this is on, the machine writes nothing in this language.",
		speaker: "Speaker",
		onFloor: "On the floor",
		others: "Others",
		line: "Line",
		lineNote: "Enter sends the line. Arrow up corrects the last one.",
		send: "Send",
		lines: "Last lines",
		noLines: "No lines yet. What you or the machine write appears here and can be corrected.",
		correct: "Correct",
		corrected: "Corrected text",
		save: "Save",
		cancel: "Cancel",
		strike: "Strike out",
		sending: "Sending …",
		again: "Send again",
		drop: "Discard",
		notOpen: "Nothing is written down now: the meeting is not open, or it is off the record.",
	},
	kk: {
		title: "Субтитрлер",
		off: "Субтитрсіз",
		original: "Айтылған тілде",
		originalNote: "Сөз алған адамның тілінде",
		size: "Мәтін көлемі",
		sizes: ["Қалыпты", "Үлкен", "Үлкенірек", "Ең үлкен"],
		contrast: "Қарада ақ",
		offer: "Айтылғанды оқып отыруға болады.",
		accept: "Субтитрді көрсету",
		decline: "Субтитрсіз",
		waiting: "Айтылған сөздер осында көрінеді.",
		notWritten: (language) => `Қазір айтылып жатқан тілде субтитр жазылмайды (${language}).`,
		offRecord: "Хаттамаға жазылмайды: субтитр жүргізілмейді.",
		byMachine: "Субтитрлер автоматты түрде жасалады: қателер болуы мүмкін.",
		byCaptioner: "Субтитр жазушы жазып отыр.",
		newest: "Соңғы жолға",
		behind: (seconds) =>
			`Субтитрлер ${seconds} с кешігіп келеді: сервер үлгермей жатыр, тек аяқталған жолдарды жазады.`,
		stopped: "Субтитрлер тоқтап қалды, қайта іске қосылуда.",
		notStored: "Субтитрлер сақталмады. Сервер қайталап көруде; дискісін тексеріңіз.",
		desk: "Субтитр жазу",
		writeIn: "Жазатын тілім",
		instead: "Автоматты субтитрдің орнына өзім жазамын",
		insteadNote: "Қосулы тұрғанда бұл тілде автоматты субтитр жасалмайды.",
		speaker: "Сөйлеуші",
		onFloor: "Сөз алғандар",
		others: "Басқалар",
		line: "Жол",
		lineNote: "Enter жолды жібереді. Жоғары бағыттағы перне соңғы жолды түзетеді.",
		send: "Жіберу",
		lines: "Соңғы жолдар",
		noLines:
			"Әзірге жол жоқ. Өзіңіз жазған немесе автоматты түрде жасалған жолдар осында көрінеді, оларды түзетуге болады.",
		correct: "Түзету",
		corrected: "Түзетілген мәтін",
		save: "Сақтау",
		cancel: "Болдырмау",
		strike: "Сызып тастау",
		sending: "Жіберілуде …",
		again: "Қайта жіберу",
		drop: "Алып тастау",
		notOpen: "Қазір ештеңе жазылмайды: отырыс ашық емес немесе хаттамаға жазылмай жүріп жатыр.",
	},
	ko: {
		title: "자막",
		off: "자막 없음",
		original: "발언 언어 그대로",
		originalNote: "발언자가 말하는 언어로 표시합니다",
		size: "글자 크기",
		sizes: ["보통", "크게", "더 크게", "가장 크게"],
		contrast: "검은 바탕에 흰 글자",
		offer: "발언 내용을 자막으로 읽을 수 있습니다.",
		accept: "자막 표시",
		decline: "자막 없음",
		waiting: "발언 내용이 여기에 표시됩니다.",
		notWritten: (language) => `지금 발언 언어의 자막은 제공되지 않습니다(${language}).`,
		offRecord: "기록이 중단되어 자막을 작성하지 않습니다.",
		byMachine: "자동 작성된 자막으로, 오류가 있을 수 있습니다.",
		byCaptioner: "자막 작성자가 작성합니다.",
		newest: "최신 줄로",
		behind: (seconds) => `자막이 ${seconds}초 늦습니다. 서버가 따라가지 못해 완성된 줄만 작성합니다.`,
		stopped: "자막이 중단되어 다시 시작하는 중입니다.",
		notStored: "자막을 저장하지 못했습니다. 서버가 다시 시도하고 있습니다. 디스크를 확인하십시오.",
		desk: "자막 작성",
		writeIn: "작성 언어",
		instead: "자동 자막 대신 직접 작성",
		insteadNote: "켜져 있는 동안 이 언어의 자동 자막은 작성되지 않습니다.",
		speaker: "발언자",
		onFloor: "발언 중",
		others: "그 외",
		line: "자막 줄",
		lineNote: "Enter 키로 보냅니다. 위쪽 화살표 키로 마지막 줄을 고칩니다.",
		send: "보내기",
		lines: "최근 줄",
		noLines: "아직 자막이 없습니다. 직접 쓰거나 자동 작성된 줄이 여기에 표시되며 고칠 수 있습니다.",
		correct: "고치기",
		corrected: "고친 내용",
		save: "저장",
		cancel: "취소",
		strike: "삭제",
		sending: "보내는 중 …",
		again: "다시 보내기",
		drop: "버리기",
		notOpen: "지금은 아무것도 기록되지 않습니다. 회의가 열려 있지 않거나 기록이 중단된 상태입니다.",
	},
	ru: {
		title: "Субтитры",
		off: "Без субтитров",
		original: "На языке выступления",
		originalNote: "На том языке, на котором сейчас говорят",
		size: "Размер текста",
		sizes: ["Обычный", "Крупный", "Крупнее", "Самый крупный"],
		contrast: "Белым по чёрному",
		offer: "Сказанное можно читать.",
		accept: "Показать субтитры",
		decline: "Без субтитров",
		waiting: "Сказанное появится здесь.",
		notWritten: (language) => `На языке, на котором сейчас говорят, субтитров нет (${language}).`,
		offRecord: "Без записи: субтитры не ведутся.",
		byMachine: "Субтитры создаются автоматически: возможны ошибки.",
		byCaptioner: "Субтитры составляются вручную.",
		newest: "К последней строке",
		behind: (seconds) =>
			`Субтитры отстают на ${seconds} с: сервер не успевает и пишет только законченные строки.`,
		stopped: "Субтитры остановились, идёт повторный запуск.",
		notStored: "Субтитры не удалось сохранить. Сервер пробует ещё раз; проверьте его диск.",
		desk: "Субтитрирование",
		writeIn: "Я пишу на языке",
		instead: "Я пишу вместо автоматических субтитров",
		insteadNote: "Пока это включено, автоматические субтитры на этом языке не создаются.",
		speaker: "Кто говорит",
		onFloor: "Имеют слово",
		others: "Остальные",
		line: "Строка",
		lineNote: "Enter отправляет строку. Стрелка вверх исправляет последнюю.",
		send: "Отправить",
		lines: "Последние строки",
		noLines:
			"Строк пока нет. Здесь появятся строки, написанные вами или созданные автоматически; их можно исправить.",
		correct: "Исправить",
		corrected: "Исправленный текст",
		save: "Сохранить",
		cancel: "Отмена",
		strike: "Вычеркнуть",
		sending: "Отправляется …",
		again: "Отправить ещё раз",
		drop: "Удалить",
		notOpen: "Сейчас ничего не записывается: заседание не открыто или идёт без записи.",
	},
};
