import type { QuoteStage } from "@/wire/protocol";
import type { Language } from "./language";

/** The strings of quotes: on the organiser's desk, and on the speaker's own page. */
export interface QuotesStrings {
	empty: string;
	emptyHelp: string;
	stages: Record<QuoteStage, string>;
	overridden: string;
	quote: (n: number) => string;
	said: string;
	approvedWords: string;
	remark: string;
	ask: string;
	askAgain: string;
	asked: string;
	mailed: (time: string) => string;
	mailFault: string;
	noMail: string;
	noAddress: string;
	withdraw: string;
	withdrawQuestion: string;
	override: string;
	overrideQuestion: string;
	overrideConfirm: string;
	overriddenNow: string;
	withdrawnNow: string;
	translations: string;
	translation: (language: string) => string;
	save: string;
	translationSaved: string;
	page: {
		title: string;
		intro: (organiser: string) => string;
		empty: string;
		emptyHelp: string;
		loading: string;
		forbidden: string;
		failed: string;
		approve: string;
		amend: string;
		refuse: string;
		change: string;
		ownWords: string;
		yourRemark: string;
		sendAmendment: string;
		sendRefusal: string;
		cancel: string;
		approved: string;
		amended: string;
		refused: string;
		needsWords: string;
	};
}

export const quotes: Record<Language, QuotesStrings> = {
	en: {
		empty: "There are no quotes yet.",
		emptyHelp: "Mark words under “Verbatim” and make a quote of them.",
		stages: {
			made: "Not asked yet",
			asked: "Waiting for the speaker",
			approved: "Approved",
			amended: "Approved with changes",
			refused: "Refused",
			withdrawn: "Withdrawn",
		},
		overridden: "Printed without approval",
		quote: (n) => `Quote ${n}`,
		said: "As it was said",
		approvedWords: "As it was approved",
		remark: "The speaker's remark",
		ask: "Ask the speaker",
		askAgain: "Ask again",
		asked: "The speaker has been asked.",
		mailed: (time) => `Asked by mail at ${time}, and on the speaker's page.`,
		mailFault: "Asked on the speaker's page only; the mail did not go:",
		noMail: "No mail server is configured: the speaker is asked on their own page only.",
		noAddress: "No mail address is known: the speaker is asked on their own page only.",
		withdraw: "Withdraw",
		withdrawQuestion: "Withdraw this quote? It will not be printed.",
		override: "Print without approval",
		overrideQuestion: "Print these words without the speaker's approval? The log will say who decided it.",
		overrideConfirm: "Yes, print them",
		overriddenNow: "The quote may be printed. The log says so.",
		withdrawnNow: "The quote was withdrawn.",
		translations: "Translations",
		translation: (language) => `Translation: ${language}`,
		save: "Save",
		translationSaved: "The translation was saved.",
		page: {
			title: "Your quotes",
			intro: (organiser) =>
				`${organiser} would like to print these words of yours. Nothing is printed before you agree.`,
			empty: "Nothing has been put to you yet.",
			emptyHelp: "When the organiser wants to quote you, the words appear here.",
			loading: "Loading your quotes…",
			forbidden: "Please open your personal link again.",
			failed: "Your quotes could not be loaded.",
			approve: "Approve",
			amend: "Change the words",
			refuse: "Refuse",
			change: "Answer differently",
			ownWords: "The words that you approve",
			yourRemark: "A remark for the organiser",
			sendAmendment: "Approve these words",
			sendRefusal: "Refuse the quote",
			cancel: "Cancel",
			approved: "Thank you. You have approved these words.",
			amended: "Thank you. Your own wording will be printed.",
			refused: "You have refused this quote.",
			needsWords: "Please write the words that you approve.",
		},
	},
	kk: {
		empty: "Әзірге дәйексөз жоқ.",
		emptyHelp: "«Сөзбе-сөз жазба» бөлімінде сөздерді белгілеп, дәйексөз жасаңыз.",
		stages: {
			made: "Әлі сұралмаған",
			asked: "Сөйлеушінің жауабы күтілуде",
			approved: "Мақұлданған",
			amended: "Түзетумен мақұлданған",
			refused: "Қабылданбаған",
			withdrawn: "Кері қайтарылған",
		},
		overridden: "Мақұлдаусыз жарияланады",
		quote: (n) => `${n}-дәйексөз`,
		said: "Айтылған түрі",
		approvedWords: "Мақұлданған түрі",
		remark: "Сөйлеушінің ескертпесі",
		ask: "Сөйлеушіден сұрау",
		askAgain: "Қайта сұрау",
		asked: "Сөйлеушіге сұрау жіберілді.",
		mailed: (time) => `Пошта арқылы және сөйлеушінің бетінде сұралды (${time}).`,
		mailFault: "Тек сөйлеушінің бетінде сұралды; хат жіберілмеді:",
		noMail: "Пошта сервері бапталмаған: сөйлеушіден тек оның өз бетінде сұралады.",
		noAddress: "Пошта мекенжайы белгісіз: сөйлеушіден тек оның өз бетінде сұралады.",
		withdraw: "Кері қайтару",
		withdrawQuestion: "Дәйексөзді кері қайтару керек пе? Ол жарияланбайды.",
		override: "Мақұлдаусыз жариялау",
		overrideQuestion:
			"Бұл сөздерді сөйлеушінің мақұлдауынсыз жариялау керек пе? Кім шешкені журналға жазылады.",
		overrideConfirm: "Иә, жариялау",
		overriddenNow: "Дәйексөзді жариялауға болады. Бұл журналға жазылды.",
		withdrawnNow: "Дәйексөз кері қайтарылды.",
		translations: "Аудармалар",
		translation: (language) => `Аударма: ${language}`,
		save: "Сақтау",
		translationSaved: "Аударма сақталды.",
		page: {
			title: "Сіздің дәйексөздеріңіз",
			intro: (organiser) =>
				`${organiser} сіздің мына сөздеріңізді жариялағысы келеді. Келісіміңізсіз ештеңе жарияланбайды.`,
			empty: "Әзірге сізге ештеңе жіберілген жоқ.",
			emptyHelp: "Ұйымдастырушы сөзіңізді келтіргісі келсе, ол осында пайда болады.",
			loading: "Дәйексөздер жүктелуде…",
			forbidden: "Жеке сілтемеңізді қайта ашыңыз.",
			failed: "Дәйексөздерді жүктеу мүмкін болмады.",
			approve: "Мақұлдау",
			amend: "Сөздерді өзгерту",
			refuse: "Бас тарту",
			change: "Жауапты өзгерту",
			ownWords: "Сіз мақұлдайтын сөздер",
			yourRemark: "Ұйымдастырушыға ескертпе",
			sendAmendment: "Осы сөздерді мақұлдау",
			sendRefusal: "Дәйексөзден бас тарту",
			cancel: "Болдырмау",
			approved: "Рақмет. Сіз бұл сөздерді мақұлдадыңыз.",
			amended: "Рақмет. Сіздің өз нұсқаңыз жарияланады.",
			refused: "Сіз бұл дәйексөзден бас тарттыңыз.",
			needsWords: "Мақұлдайтын сөздеріңізді жазыңыз.",
		},
	},
	ko: {
		empty: "아직 인용문이 없습니다.",
		emptyHelp: "‘속기록’에서 문구를 선택하여 인용문을 만드십시오.",
		stages: {
			made: "확인 요청 전",
			asked: "발언자 확인 대기",
			approved: "승인됨",
			amended: "수정 후 승인됨",
			refused: "거절됨",
			withdrawn: "철회됨",
		},
		overridden: "승인 없이 게재",
		quote: (n) => `인용문 ${n}`,
		said: "발언한 문구",
		approvedWords: "승인된 문구",
		remark: "발언자의 의견",
		ask: "발언자에게 확인 요청",
		askAgain: "다시 요청",
		asked: "발언자에게 확인을 요청했습니다.",
		mailed: (time) => `${time}에 메일과 발언자 페이지로 요청했습니다.`,
		mailFault: "발언자 페이지로만 요청했으며 메일은 발송되지 않았습니다:",
		noMail: "메일 서버가 설정되지 않아 발언자 페이지로만 요청합니다.",
		noAddress: "메일 주소를 알 수 없어 발언자 페이지로만 요청합니다.",
		withdraw: "철회",
		withdrawQuestion: "이 인용문을 철회하시겠습니까? 게재되지 않습니다.",
		override: "승인 없이 게재",
		overrideQuestion: "발언자의 승인 없이 이 문구를 게재하시겠습니까? 결정한 사람이 기록에 남습니다.",
		overrideConfirm: "예, 게재합니다",
		overriddenNow: "인용문을 게재할 수 있으며, 기록에 남았습니다.",
		withdrawnNow: "인용문을 철회했습니다.",
		translations: "번역",
		translation: (language) => `번역: ${language}`,
		save: "저장",
		translationSaved: "번역을 저장했습니다.",
		page: {
			title: "내 인용문",
			intro: (organiser) =>
				`아래 발언을 인용하고자 합니다(주최: ${organiser}). 동의하시기 전에는 게재되지 않습니다.`,
			empty: "아직 확인 요청이 없습니다.",
			emptyHelp: "주최 측이 발언을 인용하고자 할 때 이곳에 나타납니다.",
			loading: "인용문을 불러오는 중…",
			forbidden: "개인 링크를 다시 열어 주십시오.",
			failed: "인용문을 불러오지 못했습니다.",
			approve: "승인",
			amend: "문구 수정",
			refuse: "거절",
			change: "답변 변경",
			ownWords: "승인하는 문구",
			yourRemark: "주최 측에 전할 의견",
			sendAmendment: "이 문구로 승인",
			sendRefusal: "인용 거절",
			cancel: "취소",
			approved: "감사합니다. 이 문구를 승인하셨습니다.",
			amended: "감사합니다. 수정하신 문구로 게재됩니다.",
			refused: "이 인용을 거절하셨습니다.",
			needsWords: "승인하는 문구를 입력해 주십시오.",
		},
	},
	ru: {
		empty: "Цитат пока нет.",
		emptyHelp: "Отметьте слова на вкладке «Стенограмма» и создайте цитату.",
		stages: {
			made: "Ещё не направлена",
			asked: "Ожидается ответ выступавшего",
			approved: "Согласована",
			amended: "Согласована с правкой",
			refused: "Отклонена",
			withdrawn: "Отозвана",
		},
		overridden: "Публикуется без согласования",
		quote: (n) => `Цитата ${n}`,
		said: "Как было сказано",
		approvedWords: "Как согласовано",
		remark: "Замечание выступавшего",
		ask: "Направить выступавшему",
		askAgain: "Направить ещё раз",
		asked: "Запрос направлен выступавшему.",
		mailed: (time) => `Запрос направлен по почте в ${time} и на страницу выступавшего.`,
		mailFault: "Запрос есть только на странице выступавшего; письмо не ушло:",
		noMail: "Почтовый сервер не настроен: запрос появится только на странице выступавшего.",
		noAddress: "Почтовый адрес неизвестен: запрос появится только на странице выступавшего.",
		withdraw: "Отозвать",
		withdrawQuestion: "Отозвать цитату? Она не будет опубликована.",
		override: "Публиковать без согласования",
		overrideQuestion:
			"Публиковать эти слова без согласия выступавшего? В журнале будет указано, кто так решил.",
		overrideConfirm: "Да, публиковать",
		overriddenNow: "Цитату можно публиковать. Это отражено в журнале.",
		withdrawnNow: "Цитата отозвана.",
		translations: "Переводы",
		translation: (language) => `Перевод: ${language}`,
		save: "Сохранить",
		translationSaved: "Перевод сохранён.",
		page: {
			title: "Ваши цитаты",
			intro: (organiser) =>
				`Организатор (${organiser}) хотел бы опубликовать эти ваши слова. Без вашего согласия ничего не публикуется.`,
			empty: "Вам пока ничего не направили.",
			emptyHelp: "Когда организатор захочет вас процитировать, слова появятся здесь.",
			loading: "Цитаты загружаются…",
			forbidden: "Откройте свою персональную ссылку ещё раз.",
			failed: "Не удалось загрузить цитаты.",
			approve: "Согласовать",
			amend: "Изменить слова",
			refuse: "Отклонить",
			change: "Изменить ответ",
			ownWords: "Слова, которые вы согласуете",
			yourRemark: "Замечание для организатора",
			sendAmendment: "Согласовать эти слова",
			sendRefusal: "Отклонить цитату",
			cancel: "Отмена",
			approved: "Спасибо. Вы согласовали эти слова.",
			amended: "Спасибо. Будет опубликован ваш вариант.",
			refused: "Вы отклонили эту цитату.",
			needsWords: "Напишите слова, которые вы согласуете.",
		},
	},
};
