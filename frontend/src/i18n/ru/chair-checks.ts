import type { ChairChecksStrings } from "../strings/chair-checks";

export default {
	title: "Кто проверил",
	summary: (checked, seats) => `Проверили, могут ли участвовать: ${checked} из ${seats}`,
	none: "Никто ещё не проверил, может ли участвовать. Отправьте гостям этот адрес:",
	address: "Гости проверяют по этому адресу:",
	again: "Прочитать заново",
	failed: "Не удалось прочитать результаты. Проверьте связь и повторите попытку.",
	noSeat: "без места",
	way: { udp: "по UDP", tcp: "по TCP" },
	delay: (milliseconds) => `${milliseconds}\u00a0мс`,
	verdict: {
		ready: "Может участвовать",
		unseen: "Может участвовать, камеры нет",
		listening: "Может слушать, выступить не может",
		weak: "Может участвовать, связь слабая",
		silent: "Не слышит",
		cannot: "Участвовать не может",
	},
} satisfies ChairChecksStrings;
