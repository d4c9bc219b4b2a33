import type { KeyboardStrings } from "../strings/keyboard";

export default {
	title: "Пернетақта",
	single: "Бір пернелі командалар (мәтін теру кезінен басқа)",
} satisfies KeyboardStrings;
