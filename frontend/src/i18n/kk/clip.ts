import type { ClipStrings } from "../strings/clip";

export default {
	listen: (name) => `Тыңдау: ${name}`,
	missing: "Бұл сөздердің жазбасы жоқ.",
} satisfies ClipStrings;
