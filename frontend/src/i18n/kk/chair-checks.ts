import type { ChairChecksStrings } from "../strings/chair-checks";

export default {
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
} satisfies ChairChecksStrings;
