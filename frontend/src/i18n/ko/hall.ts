import { plural } from "../plural";
import type { HallStrings } from "../strings/hall";

export default {
	planned: "회의가 아직 열리지 않았습니다.",
	plannedNote: "의장이 회의를 엽니다. 이 페이지를 열어 두십시오.",
	opensIn: "후 시작",
	days: plural("ko", { other: "#일" }),
	emptyStage: "현재 무대에 아무도 없습니다.",
	emptyStageNote: "의장이 무대에 올리면 이곳에 화면이 나타납니다.",
	closed: "회의가 폐회되었습니다.",
	closedAt: (time) => `의장이 ${time}에 폐회하였습니다. 참석해 주셔서 감사합니다.`,
	nobodySpeaks: "현재 발언자가 없습니다.",
	speaksNow: "발언자",
	microphoneClosed: "마이크 꺼짐",
	youHaveFloor: "귀하께 발언권이 주어졌습니다.",
	youHaveFloorNote: "마이크를 켜 주십시오. 모든 참석자가 귀하의 발언을 듣게 됩니다.",
	youHadFloor: "발언이 종료되었습니다. 마이크가 꺼졌습니다.",
	controls: "조작",
	raiseHand: "손 들기",
	lowerHand: "손 내리기",
	myPlace: (place) => `대기 순서 ${place}번째`,
	handNotOpen: "회의가 열린 후에 손을 들 수 있습니다.",
	handLost: "연결이 끊겼습니다. 복구될 때까지 기다려 주십시오.",
	sound: "소리",
	soundOn: "소리 켜기",
	mute: "음소거",
	unmute: "음소거 해제",
	volume: "음량",
	fullScreen: "전체 화면",
	leaveFullScreen: "전체 화면 종료",
	programmeAndSpeakers: "프로그램 및 발언 신청",
	noHands: "손을 든 참석자가 없습니다.",
	mediaLost: "소리와 화면을 다시 연결하고 있습니다. 마지막 화면을 유지합니다.",
	cannotPlay: {
		webcodecs:
			"이 브라우저에서는 화면과 소리를 재생할 수 없습니다. 최신 버전의 Chrome, Edge 또는 Firefox에서 링크를 열어 주십시오.",
		secure_context:
			"화면과 소리에는 보안 연결이 필요합니다. https로 시작하는 링크를 받은 그대로 열어 주십시오.",
		worklet:
			"이 브라우저에서는 소리를 재생할 수 없습니다. 브라우저를 업데이트한 후 링크를 다시 열어 주십시오.",
	},
	cannotPlayNote: "이 페이지의 다른 기능은 모두 정상적으로 이용할 수 있습니다.",
} satisfies HallStrings;
