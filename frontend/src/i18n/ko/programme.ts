import { plural } from "../plural";
import type { ProgrammeStrings } from "../strings/programme";

export default {
	state: { planned: "예정", open: "진행 중", closed: "폐회" },
	stateNote: {
		planned: "초청받은 분은 개인 링크로 입장합니다.",
		open: "회의가 진행 중입니다. 초청받은 분은 개인 링크로 입장합니다.",
		closed: "회의가 종료되었습니다.",
	},
	organiser: "주최",
	place: "장소",
	date: "일자",
	time: "시각",
	duration: "소요 시간",
	hours: plural("ko", { other: "#시간" }),
	minutes: plural("ko", { other: "#분" }),
	languages: "언어",
	agenda: "의제",
	speakers: "발표자",
	chamber: "좌석 배치도",
	chamberNote: "원 하나가 대표 한 분의 좌석입니다.",
	onRecord: "이 회의는 공식 기록됩니다. 누가 언제 발언했는지가 회의 기록에 보존됩니다.",
	offRecord: "이 회의는 기록되지 않습니다.",
	enter: "입장은 개인 링크로만 가능합니다. 초청을 받았으나 링크가 없는 경우 주최 측에 문의해 주십시오.",
	check: "참가 환경 점검: 브라우저, 음성, 카메라 미리 확인하기",
	loading: "프로그램을 불러오는 중…",
	unknown: "이 주소에 해당하는 회의가 없습니다. 링크를 확인하거나 주최 측에 문의해 주십시오.",
	failed: "프로그램을 불러오지 못했습니다.",
} satisfies ProgrammeStrings;
