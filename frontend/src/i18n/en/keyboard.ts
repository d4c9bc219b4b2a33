import type { KeyboardStrings } from "../strings/keyboard";

export default {
	title: "Keyboard",
	single: "Single-key shortcuts (not while you type)",
} satisfies KeyboardStrings;
