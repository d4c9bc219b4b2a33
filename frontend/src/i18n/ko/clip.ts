import type { ClipStrings } from "../strings/clip";

export default {
	listen: (name) => `듣기: ${name}`,
	missing: "이 발언의 녹음이 없습니다.",
} satisfies ClipStrings;
