import type { SpeechTrouble } from "@/state/speech";
import type { Language } from "./language";
import { plural } from "./plural";

/** The strings of the text that is given to the booths. */
export interface SpeechStrings {
	/** On the speaker's own page. */
	mine: string;
	mineNote: string;
	/** On the chair's page. */
	texts: (given: number) => string;
	textsNote: string;
	whose: string;
	hasGiven: (name: string) => string;
	none: string;
	text: string;
	file: string;
	fileNote: string;
	chosen: (name: string) => string;
	dropFile: string;
	language: string;
	embargo: string;
	embargoNote: string;
	check: string;
	checkNote: string;
	give: string;
	nothingToGive: string;
	saving: string;
	given: (at: string) => string;
	words: (n: number) => string;
	read: string;
	replace: string;
	cancel: string;
	takeBack: string;
	tookBack: string;
	undo: string;
	tryAgain: string;
	trouble: Record<SpeechTrouble, string>;
}

export const speech: Record<Language, SpeechStrings> = {
	en: {
		mine: "The text of your speech",
		mineNote: "The interpreters can prepare with it. Only they, the chair and you can read it.",
		texts: (given) => (given ? `Texts for the booths (${given})` : "Texts for the booths"),
		textsNote:
			"The interpreters can prepare with them. Only they, the chair and the speaker can read a text.",
		whose: "Whose speech",
		hasGiven: (name) => `${name} – given`,
		none: "No text has been given yet.",
		text: "Paste the text",
		file: "Or choose a file",
		fileNote: "Plain text, Markdown or a Word document, at most 2 MiB.",
		chosen: (name) => `The file ${name} will be given.`,
		dropFile: "Leave out the file",
		language: "Language of the text",
		embargo: "Embargo until delivered",
		embargoNote: "The text may not be passed on before it has been spoken.",
		check: "Check against delivery",
		checkNote: "The spoken word counts; the speech may depart from the text.",
		give: "Give it to the booths",
		nothingToGive: "Paste the text or choose a file first.",
		saving: "Saving…",
		given: (at) => `The booths have had it since ${at}.`,
		words: plural("en", { one: "# word", other: "# words" }),
		read: "Read the text",
		replace: "Replace",
		cancel: "Keep the present text",
		takeBack: "Take it back",
		tookBack: "The text has been taken back.",
		undo: "Undo",
		tryAgain: "Try again",
		trouble: {
			too_large: "The text is too long: at most 200,000 characters, and 2 MiB for a file.",
			unknown_kind:
				"Files of this kind can't be read. Please choose plain text, Markdown or a Word document (.docx).",
			unreadable:
				"This file can't be read. Please save it again as a Word document or as UTF-8 text, or paste the text.",
			empty: "There are no words in it.",
			not_sent: "The server could not be reached. Your text is still here: please try again.",
			too_often: "That was too often in a row. Please wait a little and try again.",
			not_allowed: "The server does not take a text from this page. Please open your personal link again.",
		},
	},
	kk: {
		mine: "Сөзіңіздің мәтіні",
		mineNote: "Аудармашылар онымен дайындала алады. Оны тек аудармашылар, төраға және сіз оқи аласыз.",
		texts: (given) =>
			given ? `Аудармашыларға арналған мәтіндер (${given})` : "Аудармашыларға арналған мәтіндер",
		textsNote:
			"Аудармашылар олармен дайындала алады. Мәтінді тек аудармашылар, төраға және сөйлеуші оқи алады.",
		whose: "Кімнің сөзі",
		hasGiven: (name) => `${name} – берілді`,
		none: "Мәтін әлі берілген жоқ.",
		text: "Мәтінді қойыңыз",
		file: "Немесе файл таңдаңыз",
		fileNote: "Қарапайым мәтін, Markdown немесе Word құжаты, 2 МиБ-тан аспауы тиіс.",
		chosen: (name) => `${name} файлы беріледі.`,
		dropFile: "Файлды алып тастау",
		language: "Мәтін тілі",
		embargo: "Сөз айтылғанша жариялауға болмайды",
		embargoNote: "Сөз айтылғанға дейін мәтінді басқаларға беруге болмайды.",
		check: "Айтылған сөзбен салыстырыңыз",
		checkNote: "Айтылған сөз негізге алынады; сөз мәтіннен өзгеше болуы мүмкін.",
		give: "Аудармашыларға беру",
		nothingToGive: "Алдымен мәтінді қойыңыз немесе файл таңдаңыз.",
		saving: "Сақталуда…",
		given: (at) => `Аудармашыларға берілген уақыты: ${at}.`,
		words: plural("kk", { other: "# сөз" }),
		read: "Мәтінді оқу",
		replace: "Ауыстыру",
		cancel: "Қазіргі мәтінді қалдыру",
		takeBack: "Қайтарып алу",
		tookBack: "Мәтін қайтарып алынды.",
		undo: "Қайтару",
		tryAgain: "Қайталап көру",
		trouble: {
			too_large: "Мәтін тым ұзын: ең көбі 200 000 таңба, ал файл үшін 2 МиБ.",
			unknown_kind:
				"Мұндай файлдар оқылмайды. Қарапайым мәтінді, Markdown немесе Word құжатын (.docx) таңдаңыз.",
			unreadable:
				"Бұл файл оқылмайды. Оны Word құжаты немесе UTF-8 мәтіні ретінде қайта сақтаңыз не мәтінді қойыңыз.",
			empty: "Онда сөз жоқ.",
			not_sent: "Серверге қосылу мүмкін болмады. Мәтініңіз осында сақталып тұр: қайталап көріңіз.",
			too_often: "Тым жиі қайталанды. Біраз күтіп, қайталап көріңіз.",
			not_allowed: "Сервер бұл беттен мәтін қабылдамайды. Жеке сілтемеңізді қайта ашыңыз.",
		},
	},
	ko: {
		mine: "귀하의 연설문",
		mineNote: "통역사가 미리 준비하는 데 사용합니다. 통역사와 의장, 귀하만 읽을 수 있습니다.",
		texts: (given) => (given ? `통역 부스용 연설문 (${given})` : "통역 부스용 연설문"),
		textsNote: "통역사가 미리 준비하는 데 사용합니다. 통역사와 의장, 발언자만 읽을 수 있습니다.",
		whose: "발언자",
		hasGiven: (name) => `${name} – 제출됨`,
		none: "아직 제출된 연설문이 없습니다.",
		text: "연설문 붙여 넣기",
		file: "또는 파일 선택",
		fileNote: "일반 텍스트, Markdown 또는 Word 문서, 최대 2 MiB.",
		chosen: (name) => `${name} 파일을 제출합니다.`,
		dropFile: "파일 빼기",
		language: "연설문의 언어",
		embargo: "연설 전까지 보도 금지",
		embargoNote: "발언이 끝나기 전에는 연설문을 외부에 전달할 수 없습니다.",
		check: "실제 연설과 대조 필요",
		checkNote: "실제 발언이 우선하며, 연설문과 다를 수 있습니다.",
		give: "통역 부스에 제출",
		nothingToGive: "먼저 연설문을 붙여 넣거나 파일을 선택하십시오.",
		saving: "저장하는 중…",
		given: (at) => `${at}부터 통역 부스에서 읽을 수 있습니다.`,
		words: plural("ko", { other: "#단어" }),
		read: "연설문 읽기",
		replace: "교체",
		cancel: "현재 연설문 유지",
		takeBack: "회수",
		tookBack: "연설문을 회수했습니다.",
		undo: "되돌리기",
		tryAgain: "다시 시도",
		trouble: {
			too_large: "연설문이 너무 깁니다. 최대 200,000자, 파일은 2 MiB까지입니다.",
			unknown_kind:
				"이 종류의 파일은 읽을 수 없습니다. 일반 텍스트, Markdown 또는 Word 문서(.docx)를 선택하십시오.",
			unreadable:
				"이 파일을 읽을 수 없습니다. Word 문서나 UTF-8 텍스트로 다시 저장하거나 내용을 붙여 넣으십시오.",
			empty: "내용이 없습니다.",
			not_sent: "서버에 연결할 수 없습니다. 입력한 연설문은 그대로 있으니 다시 시도하십시오.",
			too_often: "너무 자주 시도했습니다. 잠시 후 다시 시도하십시오.",
			not_allowed: "이 페이지에서는 연설문을 받을 수 없습니다. 개인 링크를 다시 여십시오.",
		},
	},
	ru: {
		mine: "Текст вашего выступления",
		mineNote: "По нему могут подготовиться переводчики. Читать его могут только они, председатель и вы.",
		texts: (given) => (given ? `Тексты для переводчиков (${given})` : "Тексты для переводчиков"),
		textsNote:
			"По ним могут подготовиться переводчики. Читать текст могут только они, председатель и выступающий.",
		whose: "Чьё выступление",
		hasGiven: (name) => `${name} – передан`,
		none: "Текст пока не передан.",
		text: "Вставьте текст",
		file: "Или выберите файл",
		fileNote: "Обычный текст, Markdown или документ Word, не более 2 МиБ.",
		chosen: (name) => `Будет передан файл ${name}.`,
		dropFile: "Убрать файл",
		language: "Язык текста",
		embargo: "Не разглашать до произнесения",
		embargoNote: "До выступления текст нельзя передавать никому.",
		check: "Сверять с произнесённым",
		checkNote: "Значение имеет произнесённое слово; речь может отличаться от текста.",
		give: "Передать переводчикам",
		nothingToGive: "Сначала вставьте текст или выберите файл.",
		saving: "Сохраняется…",
		given: (at) => `Доступен переводчикам с ${at}.`,
		words: plural("ru", { one: "# слово", few: "# слова", many: "# слов", other: "# слова" }),
		read: "Прочитать текст",
		replace: "Заменить",
		cancel: "Оставить нынешний текст",
		takeBack: "Отозвать",
		tookBack: "Текст отозван.",
		undo: "Вернуть",
		tryAgain: "Попробовать ещё раз",
		trouble: {
			too_large: "Текст слишком длинный: не более 200 000 знаков, а файл – не более 2 МиБ.",
			unknown_kind:
				"Файлы этого вида не читаются. Выберите обычный текст, Markdown или документ Word (.docx).",
			unreadable:
				"Файл не читается. Сохраните его заново как документ Word или текст UTF-8 либо вставьте текст.",
			empty: "В нём нет слов.",
			not_sent: "Не удалось связаться с сервером. Ваш текст сохранён на странице: попробуйте ещё раз.",
			too_often: "Слишком много попыток подряд. Подождите немного и попробуйте снова.",
			not_allowed: "Сервер не принимает текст с этой страницы. Откройте персональную ссылку заново.",
		},
	},
};
