import type { Language } from "./language";

/** What the desk says of a draft or of a text that can't be published, by the server's code. */
export type RemarkCode =
	| "not_closed"
	| "other_day"
	| "no_translation"
	| "no_words"
	| "nobody_spoke"
	| "empty"
	| "no_such_quote"
	| "not_approved"
	| "other_words"
	| "unapproved_words";

/** The strings of the communiqué's editor, and of the communiqué on the public page. */
export interface CommuniqueStrings {
	language: string;
	headline: string;
	text: string;
	textHelp: string;
	preview: string;
	save: string;
	saved: string;
	nothingToSave: string;
	unsaved: string;
	draftOnly: string;
	state: (version: number, time: string) => string;
	publishedState: (version: number) => string;
	notPublished: string;
	takeDraft: string;
	taken: string;
	undo: string;
	versions: string;
	version: (n: number, time: string) => string;
	publish: string;
	publishQuestion: string;
	publishConfirm: string;
	published: string;
	notPrintable: string;
	withdraw: string;
	withdrawQuestion: string;
	withdrawn: string;
	exports: string;
	remarks: string;
	findings: string;
	codes: Record<RemarkCode, string>;
	read: string;
	public: string;
	loading: string;
}

export const communique: Record<Language, CommuniqueStrings> = {
	en: {
		language: "Language of the communiqué",
		headline: "Headline",
		text: "Text",
		textHelp:
			"An empty line ends a paragraph. Leave [quote 1] behind the words of that quote: its clip is played there.",
		preview: "Preview",
		save: "Save",
		saved: "Saved.",
		nothingToSave: "Nothing was changed since it was saved.",
		unsaved: "There are changes that are not saved.",
		draftOnly: "A draft from the record; nothing has been saved yet.",
		state: (version, time) => `Version ${version}, saved at ${time}.`,
		publishedState: (version) => `Version ${version} is public.`,
		notPublished: "Not public.",
		takeDraft: "Draft anew from the record",
		taken: "The text was drafted anew.",
		undo: "Undo",
		versions: "Earlier versions",
		version: (n, time) => `Version ${n}, ${time}`,
		publish: "Publish",
		publishQuestion: "Publish this version on the meeting's public page?",
		publishConfirm: "Yes, publish",
		published: "The communiqué is public.",
		notPrintable: "Something in it was not approved. Please mend what is listed.",
		withdraw: "Take off the public page",
		withdrawQuestion: "Take the communiqué off the public page?",
		withdrawn: "The communiqué is public no more.",
		exports: "Save as",
		remarks: "About the draft",
		findings: "To mend before it can be published",
		codes: {
			not_closed: "The meeting has not been closed: the draft may still change.",
			other_day: "The meeting was opened on another day than planned; the draft names the planned one.",
			no_translation: "has no translation into this language, so it is left out.",
			no_words: "There are no words in this language that could be reported:",
			nobody_spoke: "Nobody has had the floor.",
			empty: "The headline or the text is empty.",
			no_such_quote: "does not exist.",
			not_approved: "is not approved by its speaker.",
			other_words: "stands after other words than those that were approved.",
			unapproved_words: "These words of the verbatim stand in quotation marks without an approved quote:",
		},
		read: "Read it on the public page",
		public: "Communiqué",
		loading: "Loading the communiqué…",
	},
	kk: {
		language: "Коммюнике тілі",
		headline: "Тақырып",
		text: "Мәтін",
		textHelp:
			"Бос жол абзацты аяқтайды. Дәйексөз сөздерінен кейінгі [quote 1] белгісін қалдырыңыз: оның дыбысы сол жерде ойнатылады.",
		preview: "Алдын ала қарау",
		save: "Сақтау",
		saved: "Сақталды.",
		nothingToSave: "Сақталғаннан бері ештеңе өзгермеген.",
		unsaved: "Сақталмаған өзгерістер бар.",
		draftOnly: "Жазбадан жасалған жоба; әлі ештеңе сақталмаған.",
		state: (version, time) => `${version}-нұсқа, сақталған уақыты: ${time}.`,
		publishedState: (version) => `${version}-нұсқа жарияланған.`,
		notPublished: "Жарияланбаған.",
		takeDraft: "Жазбадан қайта жасау",
		taken: "Мәтін қайта жасалды.",
		undo: "Қайтару",
		versions: "Бұрынғы нұсқалар",
		version: (n, time) => `${n}-нұсқа, ${time}`,
		publish: "Жариялау",
		publishQuestion: "Бұл нұсқаны отырыстың ашық бетінде жариялау керек пе?",
		publishConfirm: "Иә, жариялау",
		published: "Коммюнике жарияланды.",
		notPrintable: "Мақұлданбаған нәрсе бар. Тізімдегіні түзетіңіз.",
		withdraw: "Ашық беттен алып тастау",
		withdrawQuestion: "Коммюникені ашық беттен алып тастау керек пе?",
		withdrawn: "Коммюнике енді ашық емес.",
		exports: "Келесі түрде сақтау",
		remarks: "Жоба туралы",
		findings: "Жарияламас бұрын түзету керек",
		codes: {
			not_closed: "Отырыс жабылмаған: жоба әлі өзгеруі мүмкін.",
			other_day: "Отырыс жоспарланғаннан басқа күні ашылды; жобада жоспарланған күн көрсетілген.",
			no_translation: "бұл тілге аударылмаған, сондықтан енгізілмеді.",
			no_words: "Бұл тілде баяндауға болатын сөздер жоқ:",
			nobody_spoke: "Ешкімге сөз берілмеген.",
			empty: "Тақырып немесе мәтін бос.",
			no_such_quote: "жоқ.",
			not_approved: "сөйлеуші тарапынан мақұлданбаған.",
			other_words: "мақұлданғаннан басқа сөздерден кейін тұр.",
			unapproved_words: "Жазбадағы мына сөздер мақұлданған дәйексөзсіз тырнақшада тұр:",
		},
		read: "Ашық бетте оқу",
		public: "Коммюнике",
		loading: "Коммюнике жүктелуде…",
	},
	ko: {
		language: "보도 자료 언어",
		headline: "제목",
		text: "본문",
		textHelp:
			"빈 줄로 문단을 나눕니다. 인용 문구 뒤의 [quote 1] 표시는 그대로 두십시오. 그 자리에서 녹음이 재생됩니다.",
		preview: "미리 보기",
		save: "저장",
		saved: "저장했습니다.",
		nothingToSave: "저장 후 변경된 내용이 없습니다.",
		unsaved: "저장하지 않은 변경 사항이 있습니다.",
		draftOnly: "기록에서 작성한 초안이며, 아직 저장된 버전이 없습니다.",
		state: (version, time) => `버전 ${version}, ${time} 저장.`,
		publishedState: (version) => `버전 ${version} 공개 중.`,
		notPublished: "비공개.",
		takeDraft: "기록에서 다시 작성",
		taken: "초안을 다시 작성했습니다.",
		undo: "되돌리기",
		versions: "이전 버전",
		version: (n, time) => `버전 ${n}, ${time}`,
		publish: "공개",
		publishQuestion: "이 버전을 회의의 공개 페이지에 게시하시겠습니까?",
		publishConfirm: "예, 공개합니다",
		published: "보도 자료를 공개했습니다.",
		notPrintable: "승인되지 않은 내용이 있습니다. 목록의 내용을 고쳐 주십시오.",
		withdraw: "공개 페이지에서 내리기",
		withdrawQuestion: "보도 자료를 공개 페이지에서 내리시겠습니까?",
		withdrawn: "보도 자료를 비공개로 전환했습니다.",
		exports: "저장 형식",
		remarks: "초안에 관하여",
		findings: "공개 전에 고칠 내용",
		codes: {
			not_closed: "회의가 아직 종료되지 않아 초안이 바뀔 수 있습니다.",
			other_day: "회의가 예정일과 다른 날에 열렸습니다. 초안에는 예정일이 적혀 있습니다.",
			no_translation: "– 이 언어의 번역이 없어 제외했습니다.",
			no_words: "이 언어로 전할 수 있는 발언이 없습니다:",
			nobody_spoke: "발언한 사람이 없습니다.",
			empty: "제목 또는 본문이 비어 있습니다.",
			no_such_quote: "– 존재하지 않습니다.",
			not_approved: "– 발언자가 승인하지 않았습니다.",
			other_words: "– 승인된 문구와 다른 문구 뒤에 있습니다.",
			unapproved_words: "승인된 인용문 없이 따옴표 안에 있는 발언:",
		},
		read: "공개 페이지에서 읽기",
		public: "보도 자료",
		loading: "보도 자료를 불러오는 중…",
	},
	ru: {
		language: "Язык коммюнике",
		headline: "Заголовок",
		text: "Текст",
		textHelp:
			"Пустая строка завершает абзац. Оставляйте [quote 1] после слов цитаты: там воспроизводится её запись.",
		preview: "Предварительный просмотр",
		save: "Сохранить",
		saved: "Сохранено.",
		nothingToSave: "С момента сохранения ничего не изменилось.",
		unsaved: "Есть несохранённые изменения.",
		draftOnly: "Проект составлен по записи; пока ничего не сохранено.",
		state: (version, time) => `Версия ${version}, сохранена в ${time}.`,
		publishedState: (version) => `Версия ${version} опубликована.`,
		notPublished: "Не опубликовано.",
		takeDraft: "Составить заново по записи",
		taken: "Текст составлен заново.",
		undo: "Вернуть",
		versions: "Прежние версии",
		version: (n, time) => `Версия ${n}, ${time}`,
		publish: "Опубликовать",
		publishQuestion: "Опубликовать эту версию на открытой странице заседания?",
		publishConfirm: "Да, опубликовать",
		published: "Коммюнике опубликовано.",
		notPrintable: "В тексте есть несогласованное. Исправьте то, что указано в списке.",
		withdraw: "Снять с открытой страницы",
		withdrawQuestion: "Снять коммюнике с открытой страницы?",
		withdrawn: "Коммюнике больше не опубликовано.",
		exports: "Сохранить как",
		remarks: "О проекте",
		findings: "Исправить до публикации",
		codes: {
			not_closed: "Заседание не закрыто: проект ещё может измениться.",
			other_day: "Заседание открыто не в запланированный день; в проекте указан запланированный.",
			no_translation: "не переведена на этот язык и поэтому не включена.",
			no_words: "На этом языке нет слов, которые можно пересказать:",
			nobody_spoke: "Слово никому не предоставлялось.",
			empty: "Заголовок или текст пуст.",
			no_such_quote: "не существует.",
			not_approved: "не согласована выступавшим.",
			other_words: "стоит после других слов, чем согласованные.",
			unapproved_words: "Эти слова стенограммы стоят в кавычках без согласованной цитаты:",
		},
		read: "Читать на открытой странице",
		public: "Коммюнике",
		loading: "Коммюнике загружается…",
	},
};
