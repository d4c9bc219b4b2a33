import type { KeyboardStrings } from "../strings/keyboard";

export default {
	title: "Клавиатура",
	single: "Команды одной клавишей (кроме ввода текста)",
} satisfies KeyboardStrings;
