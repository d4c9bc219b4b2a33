import type { Heard } from "@/state/listening";
import type { Language } from "./language";

/** Why the original is heard in a booth's place. */
export type Fallback = Extract<Heard, "empty" | "lost" | "silent">;

/** What is said about the choice of what is listened to. A language comes by its name in the page's language. */
export interface ChannelStrings {
	/** The control's name. */
	listen: string;
	original: string;
	originalNote: string;
	/** How a booth stands. */
	state: { live: string; passing: string; empty: string; lost: string };
	softly: string;
	softlyNote: string;
	off: string;
	/** Said when the original comes back by itself, with the booth's language. */
	fallback: Record<Fallback, (language: string) => string>;
	back: (language: string) => string;
	offer: (language: string) => string;
	/** With the language's own name. */
	accept: (language: string) => string;
	decline: string;
}

export const channel: Record<Language, ChannelStrings> = {
	en: {
		listen: "Listen to",
		original: "Original",
		originalNote: "Whoever has the floor, untouched",
		state: {
			live: "Interpreted now",
			passing: "Spoken on the floor",
			empty: "Nobody in the booth",
			lost: "The booth cannot be heard",
		},
		softly: "Original under the interpretation",
		softlyNote: "How loud the speaker is heard behind the interpreter",
		off: "off",
		fallback: {
			empty: (language) => `You hear the original: nobody is in the booth (${language}).`,
			lost: (language) => `You hear the original: the connection of the booth is interrupted (${language}).`,
			silent: (language) => `You hear the original: the booth says nothing at the moment (${language}).`,
		},
		back: (language) => `The interpretation is back (${language}).`,
		offer: (language) => `This meeting is interpreted (${language}). What would you like to hear?`,
		accept: (language) => `Listen to ${language}`,
		decline: "Keep the original",
	},
	kk: {
		listen: "Тыңдау",
		original: "Түпнұсқа",
		originalNote: "Сөз алған адамның өз дауысы",
		state: {
			live: "Қазір аударылып жатыр",
			passing: "Сөйлеуші осы тілде сөйлеп тұр",
			empty: "Кабинада ешкім жоқ",
			lost: "Кабина естілмейді",
		},
		softly: "Аударма астындағы түпнұсқа",
		softlyNote: "Аудармамен қатар сөйлеушінің даусы қаншалықты естіледі",
		off: "өшірулі",
		fallback: {
			empty: (language) => `Сіз түпнұсқаны естисіз: кабинада ешкім жоқ (${language}).`,
			lost: (language) => `Сіз түпнұсқаны естисіз: кабинамен байланыс үзілді (${language}).`,
			silent: (language) => `Сіз түпнұсқаны естисіз: кабина қазір үнсіз (${language}).`,
		},
		back: (language) => `Аударма қайта қосылды (${language}).`,
		offer: (language) => `Бұл отырыс аударылады (${language}). Қайсысын тыңдағыңыз келеді?`,
		accept: (language) => `Тыңдау: ${language}`,
		decline: "Түпнұсқаны қалдыру",
	},
	ko: {
		listen: "청취 언어",
		original: "원음",
		originalNote: "발언자의 목소리를 그대로 듣습니다",
		state: {
			live: "통역 중",
			passing: "발언자가 이 언어로 발언 중",
			empty: "부스에 통역사가 없음",
			lost: "부스 소리가 들리지 않음",
		},
		softly: "통역과 함께 들리는 원음",
		softlyNote: "통역과 함께 발언자의 목소리가 들리는 정도",
		off: "끔",
		fallback: {
			empty: (language) => `원음이 들립니다. 부스에 통역사가 없습니다(${language}).`,
			lost: (language) => `원음이 들립니다. 부스와의 연결이 끊겼습니다(${language}).`,
			silent: (language) => `원음이 들립니다. 지금 부스에서 소리가 나지 않습니다(${language}).`,
		},
		back: (language) => `통역이 다시 들립니다(${language}).`,
		offer: (language) => `이 회의에는 통역이 제공됩니다(${language}). 무엇을 들으시겠습니까?`,
		accept: (language) => `${language} 듣기`,
		decline: "원음 유지",
	},
	ru: {
		listen: "Слушать",
		original: "Оригинал",
		originalNote: "Голос того, кому предоставлено слово, без перевода",
		state: {
			live: "Сейчас переводится",
			passing: "На этом языке сейчас выступают",
			empty: "В кабине никого нет",
			lost: "Кабину не слышно",
		},
		softly: "Оригинал под переводом",
		softlyNote: "Насколько громко за переводчиком слышен выступающий",
		off: "выключен",
		fallback: {
			empty: (language) => `Вы слышите оригинал: в кабине никого нет (${language}).`,
			lost: (language) => `Вы слышите оригинал: связь с кабиной прервана (${language}).`,
			silent: (language) => `Вы слышите оригинал: кабина сейчас молчит (${language}).`,
		},
		back: (language) => `Перевод снова идёт (${language}).`,
		offer: (language) => `Заседание переводится (${language}). Что вы хотите слушать?`,
		accept: (language) => `Слушать: ${language}`,
		decline: "Оставить оригинал",
	},
};
