import type { MediaStrings } from "../strings/media";

export default {
	panel: "내 마이크, 카메라, 화면",
	use: { microphone: "마이크 켜기", camera: "카메라 켜기", screen: "화면 공유" },
	drop: { microphone: "마이크 끄기", camera: "카메라 끄기", screen: "공유 중지" },
	mute: "음소거",
	unmute: "음소거 해제",
	sound: {
		off: "마이크가 꺼져 있습니다. 아무도 들을 수 없습니다.",
		muted: "직접 음소거하셨습니다. 아무도 듣지 못합니다.",
		closed: "의장이 아직 귀하의 마이크를 켜지 않았습니다. 아직 아무도 듣지 못합니다.",
		open: "마이크가 켜져 있습니다. 모두가 듣고 있습니다.",
		lost: "연결이 끊겼습니다. 음성이 전달되는지 확실하지 않습니다.",
	},
	closedByYou: "마이크가 꺼져 있습니다. 발언권을 받거나 마이크를 켜기 전에는 아무도 듣지 못합니다.",
	devices: "장치 선택",
	which: { microphone: "사용할 마이크", camera: "사용할 카메라", loudspeaker: "사용할 스피커" },
	systemLoudspeaker: "시스템 설정에 따름",
	nth: {
		microphone: (n) => `마이크 ${n}`,
		camera: (n) => `카메라 ${n}`,
		loudspeaker: (n) => `스피커 ${n}`,
	},
	level: "내 음성",
	selfView: { camera: "내 카메라", screen: "내 화면" },
	noSelfView: "카메라가 꺼져 있습니다",
	uplink: {
		reduced: "연결 상태가 좋지 않아 화면을 줄여 보내고 있습니다. 음성이 우선 전송됩니다.",
		paused: "연결 상태가 매우 좋지 않아 지금은 화면을 보내지 않습니다. 음성은 계속 전송됩니다.",
	},
	pictures: {
		weak: {
			small: "작은 화면: 연결 상태가 좋지 않습니다",
			stills: "정지 화면: 연결 상태가 좋지 않습니다",
			sound: "음성만: 연결 상태가 좋지 않습니다",
		},
		chosen: {
			small: "작은 화면: 직접 선택하셨습니다",
			stills: "정지 화면: 데이터를 절약합니다",
			sound: "음성만: 직접 선택하셨습니다",
		},
	},
	saving: {
		label: "데이터 절약",
		automatic: "자동",
		small: "작은 화면",
		sound: "음성만",
	},
	failure: {
		denied: {
			microphone:
				"브라우저가 이 페이지의 마이크 사용을 허용하지 않습니다. 주소창에서 허용한 뒤 다시 시도해 주십시오.",
			camera:
				"브라우저가 이 페이지의 카메라 사용을 허용하지 않습니다. 주소창에서 허용한 뒤 다시 시도해 주십시오.",
			screen: "브라우저가 이 페이지의 화면 공유를 허용하지 않습니다.",
		},
		not_found: {
			microphone: "마이크를 찾을 수 없습니다. 연결한 뒤 다시 시도해 주십시오.",
			camera: "카메라를 찾을 수 없습니다. 연결한 뒤 다시 시도해 주십시오.",
			screen: "공유할 화면이 없습니다.",
		},
		busy: {
			microphone: "다른 프로그램이 마이크를 사용하고 있습니다. 그 프로그램을 종료한 뒤 다시 시도해 주십시오.",
			camera: "다른 프로그램이 카메라를 사용하고 있습니다. 그 프로그램을 종료한 뒤 다시 시도해 주십시오.",
			screen: "화면을 가져올 수 없습니다. 다시 시도하거나 창 하나만 공유해 주십시오.",
		},
		unsupported: {
			microphone: "이 브라우저는 음성을 보낼 수 없습니다. 최신 Chrome, Edge 또는 Firefox를 사용해 주십시오.",
			camera: "이 브라우저는 영상을 보낼 수 없습니다. 최신 Chrome, Edge 또는 Firefox를 사용해 주십시오.",
			screen:
				"이 브라우저는 화면을 공유할 수 없습니다. 컴퓨터에서 최신 Chrome, Edge 또는 Firefox를 사용해 주십시오.",
		},
		ended: {
			microphone: "마이크 연결이 끊어졌습니다. 다시 선택하거나 다른 마이크를 선택해 주십시오.",
			camera: "카메라 연결이 끊어졌습니다. 다시 선택하거나 다른 카메라를 선택해 주십시오.",
			screen: "화면 공유가 끝났습니다.",
		},
	},
	cannotPlay: {
		secure_context:
			"음성과 영상에는 보안 연결이 필요합니다. https로 시작하는 개인 링크를 다시 열어 주십시오.",
		webcodecs:
			"이 브라우저는 회의의 음성과 영상을 재생할 수 없습니다. 최신 Chrome, Edge 또는 Firefox에서 개인 링크를 열어 주십시오.",
		worklet:
			"이 브라우저는 회의의 음성을 재생할 수 없습니다. 최신 Chrome, Edge 또는 Firefox에서 개인 링크를 열어 주십시오.",
	},
} satisfies MediaStrings;
