import type { Language } from "./language";
import { plural } from "./plural";

/** What several pages say of the booths: the wish for slower speech, the chat, the language of the floor. */
export interface BoothSigns {
	/** "Booth: English". */
	booth: (language: string) => string;
	slow: string;
	/** The booths that ask, by their languages. */
	slowBooths: (languages: string) => string;
	chat: {
		title: (language: string) => string;
		/** The chair's panel, over all booths. */
		all: string;
		empty: string;
		unrecorded: string;
		write: string;
		send: string;
		you: string;
		chair: string;
		/** The line is down: it goes out when the line is back. */
		unsent: string;
		sending: string;
		/** It went out, and no answer came. */
		unknown: string;
		again: string;
		drop: string;
		unread: (n: number) => string;
	};
	floorLanguage: (name: string) => string;
	otherLanguage: string;
	/** Asks for a tag such as `fr`. */
	otherLanguageTag: string;
	notALanguage: string;
	set: string;
}

export const boothSigns: Record<Language, BoothSigns> = {
	en: {
		booth: (language) => `Booth: ${language}`,
		slow: "Please speak more slowly",
		slowBooths: (languages) => `The interpreters ask for it: ${languages}`,
		chat: {
			title: (language) => `Notes in the booth: ${language}`,
			all: "Notes with the booths",
			empty: "No notes yet. Partners in the booth and the chair read what you write here.",
			unrecorded: "Kept nowhere; not part of the record.",
			write: "Note to partners and chair",
			send: "Send",
			you: "You",
			chair: "chair",
			unsent: "Goes out when the connection is back.",
			sending: "Sending…",
			unknown: "It is not certain that this arrived.",
			again: "Send again",
			drop: "Discard",
			unread: plural("en", { one: "# new note", other: "# new notes" }),
		},
		floorLanguage: (name) => `Language that ${name} speaks now`,
		otherLanguage: "Another language…",
		otherLanguageTag: "Language tag, such as fr",
		notALanguage: "This is not a language tag. Write for example fr or zh-Hant.",
		set: "Set",
	},
	kk: {
		booth: (language) => `Кабина: ${language}`,
		slow: "Баяуырақ сөйлеуіңізді сұраймыз",
		slowBooths: (languages) => `Аудармашылардың өтініші: ${languages}`,
		chat: {
			title: (language) => `Кабинадағы жазбалар: ${language}`,
			all: "Кабиналармен жазысу",
			empty: "Әзірге жазба жоқ. Мұнда жазғаныңызды кабинадағы әріптестеріңіз бен төраға оқиды.",
			unrecorded: "Еш жерде сақталмайды, хаттамаға кірмейді.",
			write: "Әріптестер мен төрағаға жазба",
			send: "Жіберу",
			you: "Сіз",
			chair: "төраға",
			unsent: "Байланыс қалпына келгенде жіберіледі.",
			sending: "Жіберілуде…",
			unknown: "Жеткені белгісіз.",
			again: "Қайта жіберу",
			drop: "Алып тастау",
			unread: plural("kk", { other: "# жаңа жазба" }),
		},
		floorLanguage: (name) => `${name} қазір сөйлеп тұрған тіл`,
		otherLanguage: "Басқа тіл…",
		otherLanguageTag: "Тіл белгісі, мысалы fr",
		notALanguage: "Бұл тіл белгісі емес. Мысалы, fr немесе zh-Hant деп жазыңыз.",
		set: "Белгілеу",
	},
	ko: {
		booth: (language) => `부스: ${language}`,
		slow: "조금 더 천천히 말씀해 주십시오",
		slowBooths: (languages) => `통역사의 요청: ${languages}`,
		chat: {
			title: (language) => `부스 메모: ${language}`,
			all: "부스와의 메모",
			empty: "아직 메모가 없습니다. 여기에 쓰시는 내용은 같은 부스의 통역사와 의장이 읽습니다.",
			unrecorded: "어디에도 저장되지 않으며 기록에 남지 않습니다.",
			write: "동료와 의장에게 보내는 메모",
			send: "보내기",
			you: "나",
			chair: "의장",
			unsent: "연결이 복구되면 전송됩니다.",
			sending: "전송 중…",
			unknown: "도착했는지 확실하지 않습니다.",
			again: "다시 보내기",
			drop: "지우기",
			unread: plural("ko", { other: "새 메모 #개" }),
		},
		floorLanguage: (name) => `${name} 님이 지금 사용하는 언어`,
		otherLanguage: "다른 언어…",
		otherLanguageTag: "언어 태그(예: fr)",
		notALanguage: "언어 태그가 아닙니다. 예를 들어 fr 또는 zh-Hant와 같이 쓰십시오.",
		set: "설정",
	},
	ru: {
		booth: (language) => `Кабина: ${language}`,
		slow: "Просим говорить медленнее",
		slowBooths: (languages) => `Просьба переводчиков: ${languages}`,
		chat: {
			title: (language) => `Записки в кабине: ${language}`,
			all: "Переписка с кабинами",
			empty: "Записок пока нет. Написанное здесь читают коллеги по кабине и председатель.",
			unrecorded: "Нигде не хранятся и в протокол не входят.",
			write: "Записка коллегам и председателю",
			send: "Отправить",
			you: "Вы",
			chair: "председатель",
			unsent: "Будет отправлено, когда связь восстановится.",
			sending: "Отправляется…",
			unknown: "Неизвестно, дошло ли это.",
			again: "Отправить ещё раз",
			drop: "Удалить",
			unread: plural("ru", { one: "# новая записка", few: "# новые записки", other: "# новых записок" }),
		},
		floorLanguage: (name) => `На каком языке сейчас говорит ${name}`,
		otherLanguage: "Другой язык…",
		otherLanguageTag: "Код языка, например fr",
		notALanguage: "Это не код языка. Напишите, например, fr или zh-Hant.",
		set: "Указать",
	},
};
