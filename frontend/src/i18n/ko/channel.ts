import type { ChannelStrings } from "../strings/channel";

export default {
	listen: "청취 언어",
	original: "원음",
	originalNote: "발언자의 목소리를 그대로 듣습니다",
	state: {
		live: "통역 중",
		passing: "발언자가 이 언어로 발언 중",
		empty: "부스에 통역사가 없음",
		lost: "부스 소리가 들리지 않음",
	},
	softly: "통역과 함께 들리는 원음",
	softlyNote: "통역과 함께 발언자의 목소리가 들리는 정도",
	off: "끔",
	fallback: {
		empty: (language) => `원음이 들립니다. 부스에 통역사가 없습니다(${language}).`,
		lost: (language) => `원음이 들립니다. 부스와의 연결이 끊겼습니다(${language}).`,
		silent: (language) => `원음이 들립니다. 지금 부스에서 소리가 나지 않습니다(${language}).`,
	},
	back: (language) => `통역이 다시 들립니다(${language}).`,
	offer: (language) => `이 회의에는 통역이 제공됩니다(${language}). 무엇을 들으시겠습니까?`,
	accept: (language) => `${language} 듣기`,
	decline: "원음 유지",
} satisfies ChannelStrings;
