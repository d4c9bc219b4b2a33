import { plural } from "../plural";
import type { BoothSigns } from "../strings/booth-signs";

export default {
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
} satisfies BoothSigns;
