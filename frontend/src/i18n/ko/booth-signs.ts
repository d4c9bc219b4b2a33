import { plural } from "../plural";
import type { BoothSigns } from "../strings/booth-signs";

export default {
	booth: (language) => `부스: ${language}`,
	slow: "조금 더 천천히 말씀해 주십시오",
	slowBooths: (languages) => `통역사의 요청: ${languages}`,
	chat: {
		title: (language) => `부스 메모: ${language}`,
		all: "부스와의 메모",
		empty: "아직 메모가 없습니다. 여기에 쓰시는 내용은 같은 부스의 통역사와 의장이 읽습니다.",
		unrecorded: "어디에도 저장되지 않으며 기록에 남지 않습니다.",
		write: "동료와 의장에게 보내는 메모",
		send: "보내기",
		you: "나",
		chair: "의장",
		unsent: "연결이 복구되면 전송됩니다.",
		sending: "전송 중…",
		unknown: "도착했는지 확실하지 않습니다.",
		again: "다시 보내기",
		drop: "지우기",
		unread: plural("ko", { other: "새 메모 #개" }),
	},
	floorLanguage: (name) => `${name} 님이 지금 사용하는 언어`,
	otherLanguage: "다른 언어…",
	otherLanguageTag: "언어 태그(예: fr)",
	notALanguage: "언어 태그가 아닙니다. 예를 들어 fr 또는 zh-Hant와 같이 쓰십시오.",
	set: "설정",
} satisfies BoothSigns;
