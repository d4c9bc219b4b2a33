import type { Language } from "./language";

/** Why a page stands here instead of the one that was asked for. */
export type NoticeCode =
	| "unknown_link"
	| "revoked_link"
	| "no_such_meeting"
	| "no_seat"
	| "record_shut"
	| "not_found"
	| "server_error";

/** What is wrong in one sentence, and what can be done about it. */
export interface NoticeText {
	title: string;
	help: string;
}

export type NoticeStrings = Record<NoticeCode, NoticeText> & { again: string };

export const notice: Record<Language, NoticeStrings> = {
	en: {
		unknown_link: {
			title: "This link does not lead to a seat.",
			help: "Please check that the whole link was copied. If it was, ask the organiser who invited you for a new one.",
		},
		revoked_link: {
			title: "This link is no longer valid.",
			help: "It has been withdrawn or replaced. Please use the newest link that you received, or ask the organiser who invited you.",
		},
		no_such_meeting: {
			title: "There is no meeting at this address.",
			help: "Please check the address, or ask the organiser who invited you.",
		},
		record_shut: {
			title: "The record of this meeting is not open to you.",
			help: "The organiser decides who may hear, see and read it. If you have a seat, please open your personal link first, then the record from there.",
		},
		no_seat: {
			title: "This browser has not taken this seat.",
			help: "Please open your personal link from the invitation again. Cookies have to be allowed for this site.",
		},
		not_found: {
			title: "There is nothing at this address.",
			help: "Please open your personal link from the invitation again.",
		},
		server_error: {
			title: "Something has gone wrong on the server.",
			help: "It is not your fault. Please try again in a moment; if it does not help, tell the organiser.",
		},
		again: "Try again",
	},
	kk: {
		unknown_link: {
			title: "Бұл сілтеме ешбір орынға апармайды.",
			help: "Сілтеменің толық көшірілгенін тексеріңіз. Толық болса, сізді шақырған ұйымдастырушыдан жаңа сілтеме сұраңыз.",
		},
		revoked_link: {
			title: "Бұл сілтеме енді жарамсыз.",
			help: "Ол кері қайтарылған немесе ауыстырылған. Өзіңізге соңғы келген сілтемені пайдаланыңыз немесе ұйымдастырушыға хабарласыңыз.",
		},
		no_such_meeting: {
			title: "Бұл мекенжайда отырыс жоқ.",
			help: "Мекенжайды тексеріңіз немесе сізді шақырған ұйымдастырушыға хабарласыңыз.",
		},
		record_shut: {
			title: "Бұл отырыстың жазбасы сізге ашық емес.",
			help: "Оны кім тыңдап, көріп, оқи алатынын ұйымдастырушы шешеді. Орныңыз болса, алдымен жеке сілтемеңізді ашып, жазбаға сол жерден өтіңіз.",
		},
		no_seat: {
			title: "Бұл браузерде орын ашылмаған.",
			help: "Шақырудағы жеке сілтемеңізді қайта ашыңыз. Осы сайт үшін cookie файлдарына рұқсат берілуі керек.",
		},
		not_found: {
			title: "Бұл мекенжайда ештеңе жоқ.",
			help: "Шақырудағы жеке сілтемеңізді қайта ашыңыз.",
		},
		server_error: {
			title: "Серверде ақау пайда болды.",
			help: "Бұл сіздің кінәңіз емес. Сәлден соң қайталап көріңіз; көмектеспесе, ұйымдастырушыға хабарлаңыз.",
		},
		again: "Қайталап көру",
	},
	ko: {
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
	},
	ru: {
		unknown_link: {
			title: "Эта ссылка не ведёт ни к одному месту.",
			help: "Проверьте, полностью ли она скопирована. Если полностью, попросите новую у пригласившего вас организатора.",
		},
		revoked_link: {
			title: "Эта ссылка больше не действует.",
			help: "Она отозвана или заменена. Воспользуйтесь последней полученной ссылкой или обратитесь к пригласившему вас организатору.",
		},
		no_such_meeting: {
			title: "По этому адресу заседания нет.",
			help: "Проверьте адрес или обратитесь к пригласившему вас организатору.",
		},
		record_shut: {
			title: "Запись этого заседания вам недоступна.",
			help: "Кто может её слушать, смотреть и читать, решает организатор. Если у вас есть место, откройте сначала персональную ссылку, а запись — оттуда.",
		},
		no_seat: {
			title: "В этом браузере место не занято.",
			help: "Откройте персональную ссылку из приглашения ещё раз. Для этого сайта должны быть разрешены файлы cookie.",
		},
		not_found: {
			title: "По этому адресу ничего нет.",
			help: "Откройте персональную ссылку из приглашения ещё раз.",
		},
		server_error: {
			title: "На сервере произошла ошибка.",
			help: "Это не ваша вина. Повторите попытку чуть позже; если не поможет, сообщите организатору.",
		},
		again: "Повторить",
	},
};
