import type { ChairChecksStrings } from "../strings/chair-checks";

export default {
	title: "점검한 참가자",
	summary: (checked, seats) => `참가 가능 여부 점검: ${seats}석 중 ${checked}석`,
	none: "아직 아무도 점검하지 않았습니다. 참가자에게 다음 주소를 보내 주십시오.",
	address: "참가자가 점검하는 주소:",
	again: "다시 읽기",
	failed: "결과를 읽지 못했습니다. 연결을 확인한 뒤 다시 시도해 주십시오.",
	noSeat: "좌석 없이 접속",
	way: { udp: "UDP 사용", tcp: "TCP 사용" },
	delay: (milliseconds) => `${milliseconds}ms`,
	verdict: {
		ready: "참가 가능",
		unseen: "참가 가능, 카메라 없음",
		listening: "청취 가능, 발언 불가",
		weak: "참가 가능, 연결 약함",
		silent: "소리가 들리지 않음",
		cannot: "참가 불가",
	},
} satisfies ChairChecksStrings;
