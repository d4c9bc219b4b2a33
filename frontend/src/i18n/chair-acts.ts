import type { Language } from "./language";

/** An act of the chair on one seat: on its button, in full with the seat's name, and as done. */
export interface ActWords {
	short: string;
	full: (name: string) => string;
	done: (name: string) => string;
}

/** The words of what the chair can do to a seat. */
export interface ChairActsStrings {
	give: ActWords;
	take: ActWords;
	open_microphone: ActWords;
	close_microphone: ActWords;
	show_camera: ActWords;
	hide_camera: ActWords;
	show_screen: ActWords;
	hide_screen: ActWords;
	lower: ActWords;
	send_out: ActWords;
	let_in: ActWords;
	/** Asked before a seat is sent out. */
	sendOutQuestion: (name: string) => string;
}

export const chairActs: Record<Language, ChairActsStrings> = {
	en: {
		give: {
			short: "Give the floor",
			full: (name) => `Give the floor to ${name}`,
			done: (name) => `${name} has the floor.`,
		},
		take: {
			short: "Take the floor back",
			full: (name) => `Take the floor back from ${name}`,
			done: (name) => `The floor was taken from ${name}.`,
		},
		open_microphone: {
			short: "Open the microphone",
			full: (name) => `Open the microphone of ${name}`,
			done: (name) => `The microphone of ${name} is open.`,
		},
		close_microphone: {
			short: "Close the microphone",
			full: (name) => `Close the microphone of ${name}`,
			done: (name) => `The microphone of ${name} is closed.`,
		},
		show_camera: {
			short: "Show the camera",
			full: (name) => `Show the camera of ${name}`,
			done: (name) => `The camera of ${name} is on the stage.`,
		},
		hide_camera: {
			short: "Hide the camera",
			full: (name) => `Hide the camera of ${name}`,
			done: (name) => `The camera of ${name} is off the stage.`,
		},
		show_screen: {
			short: "Show the screen",
			full: (name) => `Show the screen of ${name}`,
			done: (name) => `The screen of ${name} is on the stage.`,
		},
		hide_screen: {
			short: "Hide the screen",
			full: (name) => `Hide the screen of ${name}`,
			done: (name) => `The screen of ${name} is off the stage.`,
		},
		lower: {
			short: "Lower",
			full: (name) => `Lower the hand of ${name}`,
			done: (name) => `The hand of ${name} was lowered.`,
		},
		send_out: {
			short: "Send out",
			full: (name) => `Send out ${name}`,
			done: (name) => `${name} was sent out.`,
		},
		let_in: {
			short: "Let in",
			full: (name) => `Let in ${name}`,
			done: (name) => `${name} may come in again.`,
		},
		sendOutQuestion: (name) =>
			`Send out ${name}? Their page will say so, and they cannot come back until you let them in.`,
	},
	kk: {
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
	},
	ko: {
		give: {
			short: "발언권 부여",
			full: (name) => `${name}에게 발언권 부여`,
			done: (name) => `${name}에게 발언권을 부여했습니다.`,
		},
		take: {
			short: "발언권 회수",
			full: (name) => `${name}의 발언권 회수`,
			done: (name) => `${name}의 발언권을 회수했습니다.`,
		},
		open_microphone: {
			short: "마이크 켜기",
			full: (name) => `${name}의 마이크 켜기`,
			done: (name) => `${name}의 마이크를 켰습니다.`,
		},
		close_microphone: {
			short: "마이크 끄기",
			full: (name) => `${name}의 마이크 끄기`,
			done: (name) => `${name}의 마이크를 껐습니다.`,
		},
		show_camera: {
			short: "카메라 표시",
			full: (name) => `${name}의 카메라 표시`,
			done: (name) => `${name}의 카메라를 무대에 표시했습니다.`,
		},
		hide_camera: {
			short: "카메라 숨기기",
			full: (name) => `${name}의 카메라 숨기기`,
			done: (name) => `${name}의 카메라를 무대에서 내렸습니다.`,
		},
		show_screen: {
			short: "화면 표시",
			full: (name) => `${name}의 화면 표시`,
			done: (name) => `${name}의 화면을 무대에 표시했습니다.`,
		},
		hide_screen: {
			short: "화면 숨기기",
			full: (name) => `${name}의 화면 숨기기`,
			done: (name) => `${name}의 화면을 무대에서 내렸습니다.`,
		},
		lower: {
			short: "손 내리기",
			full: (name) => `${name}의 손 내리기`,
			done: (name) => `${name}의 손을 내렸습니다.`,
		},
		send_out: {
			short: "퇴장",
			full: (name) => `${name} 퇴장 조치`,
			done: (name) => `${name}: 퇴장 조치했습니다.`,
		},
		let_in: {
			short: "재입장 허용",
			full: (name) => `${name} 재입장 허용`,
			done: (name) => `${name}: 재입장을 허용했습니다.`,
		},
		sendOutQuestion: (name) =>
			`${name}: 퇴장 조치하시겠습니까? 상대방 페이지에 퇴장 사실이 표시되며, 허용할 때까지 다시 들어올 수 없습니다.`,
	},
	ru: {
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
	},
};
