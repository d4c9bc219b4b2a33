import type { ClipStrings } from "../strings/clip";

export default {
	listen: (name) => `Прослушать: ${name}`,
	missing: "Записи этих слов нет.",
} satisfies ClipStrings;
