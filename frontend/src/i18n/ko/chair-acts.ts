import type { ChairActsStrings } from "../strings/chair-acts";

export default {
	give: {
		short: "발언권 부여",
		full: (name) => `${name}에게 발언권 부여`,
		done: (name) => `${name}에게 발언권을 부여했습니다.`,
	},
	take: {
		short: "발언권 회수",
		full: (name) => `${name}의 발언권 회수`,
		done: (name) => `${name}의 발언권을 회수했습니다.`,
	},
	open_microphone: {
		short: "마이크 켜기",
		full: (name) => `${name}의 마이크 켜기`,
		done: (name) => `${name}의 마이크를 켰습니다.`,
	},
	close_microphone: {
		short: "마이크 끄기",
		full: (name) => `${name}의 마이크 끄기`,
		done: (name) => `${name}의 마이크를 껐습니다.`,
	},
	show_camera: {
		short: "카메라 표시",
		full: (name) => `${name}의 카메라 표시`,
		done: (name) => `${name}의 카메라를 무대에 표시했습니다.`,
	},
	hide_camera: {
		short: "카메라 숨기기",
		full: (name) => `${name}의 카메라 숨기기`,
		done: (name) => `${name}의 카메라를 무대에서 내렸습니다.`,
	},
	show_screen: {
		short: "화면 표시",
		full: (name) => `${name}의 화면 표시`,
		done: (name) => `${name}의 화면을 무대에 표시했습니다.`,
	},
	hide_screen: {
		short: "화면 숨기기",
		full: (name) => `${name}의 화면 숨기기`,
		done: (name) => `${name}의 화면을 무대에서 내렸습니다.`,
	},
	lower: {
		short: "손 내리기",
		full: (name) => `${name}의 손 내리기`,
		done: (name) => `${name}의 손을 내렸습니다.`,
	},
	send_out: {
		short: "퇴장",
		full: (name) => `${name} 퇴장 조치`,
		done: (name) => `${name}: 퇴장 조치했습니다.`,
	},
	let_in: {
		short: "재입장 허용",
		full: (name) => `${name} 재입장 허용`,
		done: (name) => `${name}: 재입장을 허용했습니다.`,
	},
	sendOutQuestion: (name) =>
		`${name}: 퇴장 조치하시겠습니까? 상대방 페이지에 퇴장 사실이 표시되며, 허용할 때까지 다시 들어올 수 없습니다.`,
} satisfies ChairActsStrings;
