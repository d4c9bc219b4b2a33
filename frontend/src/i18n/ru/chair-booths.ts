import { plural } from "../plural";
import type { ChairBoothsStrings } from "../strings/chair-booths";

export default {
	title: "Кабины",
	floor: "Язык выступления",
	listeners: plural("ru", {
		one: "# слушатель",
		few: "# слушателя",
		many: "# слушателей",
		other: "# слушателя",
	}),
	nobody: "Никто не переводит",
	fromOriginal: "с оригинала",
	fromBooth: (booth) => `с кабины: ${booth}`,
	held: "временно отключил микрофон",
	asked: "просит коллегу сменить",
	level: (booth) => `Уровень звука кабины: ${booth}`,
	unmeasured: "Уровень не измеряется, чтобы сберечь трафик.",
	listenIn: { short: "Прослушать", full: (booth) => `Прослушать кабину: ${booth}` },
	listening: (booth) => `Вы прослушиваете кабину: ${booth}. Ничего другого не слышно.`,
	listenOut: "Закончить прослушивание",
	stop: {
		short: "Остановить",
		full: (booth) => `Остановить перевод: ${booth}`,
		question: (booth) => `Остановить перевод (${booth})? Его слушатели услышат оригинал.`,
		done: "Перевод остановлен.",
	},
	stopConfirm: "Да, остановить",
	trouble: {
		empty: "В кабине никого нет, а выступают на другом языке.",
		lost: "Связь с переводчиком потеряна.",
		silent: "Выступление идёт, а из кабины 10 секунд нет звука.",
	},
	troubleIn: (booth, trouble) => `Кабина (${booth}): ${trouble}`,
} satisfies ChairBoothsStrings;
