import type { CheckVerdict } from "@/wire/protocol";
import type { Language } from "./language";

/** What the organiser is told of those who have checked whether they can take part. */
export interface ChairChecksStrings {
	title: string;
	/** How many of the seats have checked. */
	summary: (checked: string, seats: string) => string;
	/** Nobody has checked; the address follows. */
	none: string;
	/** Above the address of the check. */
	address: string;
	again: string;
	failed: string;
	noSeat: string;
	way: Record<"udp" | "tcp", string>;
	delay: (milliseconds: string) => string;
	verdict: Record<CheckVerdict, string>;
}

export const chairChecks: Record<Language, ChairChecksStrings> = {
	en: {
		title: "Who has checked",
		summary: (checked, seats) => `Checked whether they can take part: ${checked} of ${seats}`,
		none: "Nobody has checked yet whether they can take part. Send your guests this address:",
		address: "Your guests check at this address:",
		again: "Read again",
		failed: "The results could not be read. See to your connection and try again.",
		noSeat: "came without a seat",
		way: { udp: "over UDP", tcp: "over TCP" },
		delay: (milliseconds) => `${milliseconds}\u00a0ms`,
		verdict: {
			ready: "Can take part",
			unseen: "Can take part, no camera",
			listening: "Can listen, cannot speak",
			weak: "Can take part, weak connection",
			silent: "Does not hear",
			cannot: "Cannot take part",
		},
	},
	kk: {
		title: "Кім тексерді",
		summary: (checked, seats) => `Қатыса алатынын тексергендер: ${seats} орыннан ${checked}`,
		none: "Қатыса алатынын әзірге ешкім тексерген жоқ. Қонақтарыңызға мына мекенжайды жіберіңіз:",
		address: "Қонақтарыңыз мына мекенжайда тексереді:",
		again: "Қайта оқу",
		failed: "Нәтижелер оқылмады. Байланысты тексеріп, қайталап көріңіз.",
		noSeat: "орынсыз келді",
		way: { udp: "UDP арқылы", tcp: "TCP арқылы" },
		delay: (milliseconds) => `${milliseconds}\u00a0мс`,
		verdict: {
			ready: "Қатыса алады",
			unseen: "Қатыса алады, камерасы жоқ",
			listening: "Тыңдай алады, сөйлей алмайды",
			weak: "Қатыса алады, байланысы нашар",
			silent: "Естімейді",
			cannot: "Қатыса алмайды",
		},
	},
	ko: {
		title: "점검한 참가자",
		summary: (checked, seats) => `참가 가능 여부 점검: ${seats}석 중 ${checked}석`,
		none: "아직 아무도 점검하지 않았습니다. 참가자에게 다음 주소를 보내 주십시오.",
		address: "참가자가 점검하는 주소:",
		again: "다시 읽기",
		failed: "결과를 읽지 못했습니다. 연결을 확인한 뒤 다시 시도해 주십시오.",
		noSeat: "좌석 없이 접속",
		way: { udp: "UDP 사용", tcp: "TCP 사용" },
		delay: (milliseconds) => `${milliseconds}ms`,
		verdict: {
			ready: "참가 가능",
			unseen: "참가 가능, 카메라 없음",
			listening: "청취 가능, 발언 불가",
			weak: "참가 가능, 연결 약함",
			silent: "소리가 들리지 않음",
			cannot: "참가 불가",
		},
	},
	ru: {
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
	},
};
