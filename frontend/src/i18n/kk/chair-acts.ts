import type { ChairActsStrings } from "../strings/chair-acts";

export default {
	give: {
		short: "Сөз беру",
		full: (name) => `Сөз беру: ${name}`,
		done: (name) => `Сөз берілді: ${name}.`,
	},
	take: {
		short: "Сөзін аяқтау",
		full: (name) => `Сөзін аяқтау: ${name}`,
		done: (name) => `Сөзі аяқталды: ${name}.`,
	},
	open_microphone: {
		short: "Микрофонды қосу",
		full: (name) => `Микрофонды қосу: ${name}`,
		done: (name) => `Микрофон қосылды: ${name}.`,
	},
	close_microphone: {
		short: "Микрофонды өшіру",
		full: (name) => `Микрофонды өшіру: ${name}`,
		done: (name) => `Микрофон өшірілді: ${name}.`,
	},
	show_camera: {
		short: "Камераны көрсету",
		full: (name) => `Камераны көрсету: ${name}`,
		done: (name) => `Камера сахнаға шығарылды: ${name}.`,
	},
	hide_camera: {
		short: "Камераны жасыру",
		full: (name) => `Камераны жасыру: ${name}`,
		done: (name) => `Камера сахнадан алынды: ${name}.`,
	},
	show_screen: {
		short: "Экранды көрсету",
		full: (name) => `Экранды көрсету: ${name}`,
		done: (name) => `Экран сахнаға шығарылды: ${name}.`,
	},
	hide_screen: {
		short: "Экранды жасыру",
		full: (name) => `Экранды жасыру: ${name}`,
		done: (name) => `Экран сахнадан алынды: ${name}.`,
	},
	lower: {
		short: "Қолын түсіру",
		full: (name) => `Қолын түсіру: ${name}`,
		done: (name) => `Қолы түсірілді: ${name}.`,
	},
	send_out: {
		short: "Шығару",
		full: (name) => `Отырыстан шығару: ${name}`,
		done: (name) => `Отырыстан шығарылды: ${name}.`,
	},
	let_in: {
		short: "Кіргізу",
		full: (name) => `Қайта кіргізу: ${name}`,
		done: (name) => `Қайта кіруге рұқсат берілді: ${name}.`,
	},
	sendOutQuestion: (name) =>
		`Отырыстан шығарылсын ба: ${name}? Бұл оның бетінде жазылады, сіз рұқсат бермейінше қайта кіре алмайды.`,
} satisfies ChairActsStrings;
