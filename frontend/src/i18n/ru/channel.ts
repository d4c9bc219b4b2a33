import type { ChannelStrings } from "../strings/channel";

export default {
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
} satisfies ChannelStrings;
