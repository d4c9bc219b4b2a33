import type { RecordingStrings } from "../strings/recording";

export default {
	band: {
		title: "기록 중단",
		body: "지금의 발언과 화면은 일절 기록되지 않습니다.",
		since: (hour) => `${hour}부터`,
	},
	stop: "기록 중단",
	stopQuestion: "기록을 중단하시겠습니까? 이후의 내용은 보존되지 않으며, 모든 화면에 표시됩니다.",
	stopConfirm: "기록 중단",
	stopped: "회의 기록이 중단되었습니다.",
	resume: "기록 재개",
	resumeQuestion: "기록을 재개하시겠습니까? 이후의 발언과 화면이 다시 보존됩니다.",
	resumeConfirm: "기록 재개",
	resumed: "회의 기록이 재개되었습니다.",
	none: "이 서버는 녹화하지 않습니다",
	kept: "녹화 중",
	trouble: {
		disk_low: "디스크 공간이 부족하여 곧 녹화가 중단됩니다. 주최 측에 공간 확보를 요청하십시오.",
		disk_full: "디스크가 가득 차 녹화되지 않고 있습니다. 공간이 확보되면 자동으로 재개됩니다.",
		cannot_write: "일부를 녹화할 수 없습니다. 원인은 서버 로그에 있습니다.",
		too_slow: "디스크가 느려 녹화의 일부가 누락되었습니다.",
	},
	video: (percent) => `영상 제작 중: ${percent}`,
	videoReady: "영상이 준비되었습니다",
} satisfies RecordingStrings;
