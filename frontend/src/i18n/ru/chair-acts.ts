import type { ChairActsStrings } from "../strings/chair-acts";

export default {
	give: {
		short: "Предоставить слово",
		full: (name) => `Предоставить слово: ${name}`,
		done: (name) => `Слово предоставлено: ${name}.`,
	},
	take: {
		short: "Завершить выступление",
		full: (name) => `Завершить выступление: ${name}`,
		done: (name) => `Выступление завершено: ${name}.`,
	},
	open_microphone: {
		short: "Включить микрофон",
		full: (name) => `Включить микрофон: ${name}`,
		done: (name) => `Микрофон включён: ${name}.`,
	},
	close_microphone: {
		short: "Выключить микрофон",
		full: (name) => `Выключить микрофон: ${name}`,
		done: (name) => `Микрофон выключен: ${name}.`,
	},
	show_camera: {
		short: "Показать камеру",
		full: (name) => `Показать камеру: ${name}`,
		done: (name) => `Камера на сцене: ${name}.`,
	},
	hide_camera: {
		short: "Скрыть камеру",
		full: (name) => `Скрыть камеру: ${name}`,
		done: (name) => `Камера убрана со сцены: ${name}.`,
	},
	show_screen: {
		short: "Показать экран",
		full: (name) => `Показать экран: ${name}`,
		done: (name) => `Экран на сцене: ${name}.`,
	},
	hide_screen: {
		short: "Скрыть экран",
		full: (name) => `Скрыть экран: ${name}`,
		done: (name) => `Экран убран со сцены: ${name}.`,
	},
	lower: {
		short: "Опустить",
		full: (name) => `Опустить руку: ${name}`,
		done: (name) => `Рука опущена: ${name}.`,
	},
	send_out: {
		short: "Удалить",
		full: (name) => `Удалить с заседания: ${name}`,
		done: (name) => `Удаление с заседания: ${name}.`,
	},
	let_in: {
		short: "Впустить",
		full: (name) => `Впустить снова: ${name}`,
		done: (name) => `Вход снова разрешён: ${name}.`,
	},
	sendOutQuestion: (name) =>
		`Удалить с заседания: ${name}? На странице участника появится сообщение, вернуться можно будет только с вашего разрешения.`,
} satisfies ChairActsStrings;
