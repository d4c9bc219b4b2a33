import type { NoticeStrings } from "../strings/notice";

export default {
	unknown_link: {
		title: "이 링크에 해당하는 좌석이 없습니다.",
		help: "링크 전체가 복사되었는지 확인해 주십시오. 이상이 없으면 초청한 주최 측에 새 링크를 요청해 주십시오.",
	},
	revoked_link: {
		title: "이 링크는 더 이상 유효하지 않습니다.",
		help: "취소되었거나 다른 링크로 교체되었습니다. 가장 최근에 받은 링크를 사용하거나 주최 측에 문의해 주십시오.",
	},
	no_such_meeting: {
		title: "이 주소에 해당하는 회의가 없습니다.",
		help: "주소를 확인하거나 초청한 주최 측에 문의해 주십시오.",
	},
	record_shut: {
		title: "이 회의의 기록은 귀하에게 공개되지 않았습니다.",
		help: "기록의 열람 범위는 주최 측이 정합니다. 좌석이 있으시면 먼저 개인 링크를 연 다음 그곳에서 기록으로 이동해 주십시오.",
	},
	no_seat: {
		title: "이 브라우저에서는 이 좌석이 열려 있지 않습니다.",
		help: "초청장의 개인 링크를 다시 열어 주십시오. 이 사이트의 쿠키가 허용되어야 합니다.",
	},
	not_found: {
		title: "이 주소에는 페이지가 없습니다.",
		help: "초청장의 개인 링크를 다시 열어 주십시오.",
	},
	server_error: {
		title: "서버에 문제가 발생했습니다.",
		help: "이용자의 잘못이 아닙니다. 잠시 후 다시 시도해 주시고, 계속되면 주최 측에 알려 주십시오.",
	},
	again: "다시 시도",
} satisfies NoticeStrings;
