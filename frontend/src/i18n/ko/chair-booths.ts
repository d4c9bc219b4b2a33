import { plural } from "../plural";
import type { ChairBoothsStrings } from "../strings/chair-booths";

export default {
	title: "통역 부스",
	floor: "발언 언어",
	listeners: plural("ko", { other: "청취자 #명" }),
	nobody: "통역 중인 통역사 없음",
	fromOriginal: "원음을 듣고 통역",
	fromBooth: (booth) => `다른 부스를 듣고 통역: ${booth}`,
	held: "마이크를 잠시 끔",
	asked: "동료에게 교대를 요청함",
	level: (booth) => `부스 소리 크기: ${booth}`,
	unmeasured: "데이터 절약을 위해 소리 크기를 측정하지 않습니다.",
	listenIn: { short: "들어 보기", full: (booth) => `부스 들어 보기: ${booth}` },
	listening: (booth) => `부스를 들어 보는 중입니다: ${booth}. 다른 소리는 들리지 않습니다.`,
	listenOut: "그만 듣기",
	stop: {
		short: "중지",
		full: (booth) => `통역 중지: ${booth}`,
		question: (booth) => `통역(${booth})을 중지하시겠습니까? 청취자에게는 원음이 들립니다.`,
		done: "통역이 중지되었습니다.",
	},
	stopConfirm: "예, 중지합니다",
	trouble: {
		empty: "발언자가 다른 언어로 발언하고 있으나 부스에 통역사가 없습니다.",
		lost: "통역사의 연결이 끊겼습니다.",
		silent: "발언이 진행 중이나 10초 동안 부스에서 소리가 나지 않습니다.",
	},
	troubleIn: (booth, trouble) => `${booth} 부스: ${trouble}`,
} satisfies ChairBoothsStrings;
