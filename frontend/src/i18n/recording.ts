import type { Language } from "./language";

/** The words of the record: off and on it, and how the recording goes. */
export interface RecordingStrings {
	/** The band across every page while nothing is kept. */
	band: { title: string; body: string; since: (hour: string) => string };
	stop: string;
	stopQuestion: string;
	stopConfirm: string;
	stopped: string;
	resume: string;
	resumeQuestion: string;
	resumeConfirm: string;
	resumed: string;
	/** The server keeps no recording at all. */
	none: string;
	kept: string;
	trouble: { disk_low: string; disk_full: string; cannot_write: string; too_slow: string };
	video: (percent: string) => string;
	videoReady: string;
}

export const recording: Record<Language, RecordingStrings> = {
	en: {
		band: {
			title: "Off the record",
			body: "Nothing that is said or shown now is kept.",
			since: (hour) => `since ${hour}`,
		},
		stop: "Go off the record",
		stopQuestion: "Go off the record? Nothing is kept from then on, and every page will say so.",
		stopConfirm: "Go off the record",
		stopped: "The meeting is off the record.",
		resume: "Go on the record",
		resumeQuestion: "Go on the record? What is said and shown will be kept again.",
		resumeConfirm: "Go on the record",
		resumed: "The meeting is on the record again.",
		none: "This server keeps no recording",
		kept: "Being recorded",
		trouble: {
			disk_low: "The disk is nearly full: the recording will soon stop. Ask the organiser to make room.",
			disk_full:
				"The disk is full: nothing is being recorded. Recording goes on by itself once there is room.",
			cannot_write: "Something can't be recorded. The organiser finds the reason in the server's log.",
			too_slow: "The disk is too slow: parts of the recording are missing.",
		},
		video: (percent) => `The video is being made: ${percent}`,
		videoReady: "The video is ready",
	},
	kk: {
		band: {
			title: "Хаттамаға жазылмайды",
			body: "Қазір айтылған және көрсетілген ештеңе сақталмайды.",
			since: (hour) => `басталуы: ${hour}`,
		},
		stop: "Жазуды тоқтату",
		stopQuestion: "Жазу тоқтатылсын ба? Содан бастап ештеңе сақталмайды, бұл барлық беттерде көрсетіледі.",
		stopConfirm: "Жазуды тоқтату",
		stopped: "Отырыс хаттамаға жазылмайды.",
		resume: "Жазуды жалғастыру",
		resumeQuestion: "Жазу жалғастырылсын ба? Айтылған және көрсетілген нәрсе қайта сақталады.",
		resumeConfirm: "Жазуды жалғастыру",
		resumed: "Отырыс қайтадан хаттамаға жазылады.",
		none: "Бұл сервер жазба жүргізбейді",
		kept: "Жазылып жатыр",
		trouble: {
			disk_low: "Дискіде орын аз қалды: жазу жақында тоқтайды. Ұйымдастырушыдан орын босатуды сұраңыз.",
			disk_full: "Диск толы: ештеңе жазылмайды. Орын босаған соң жазу өзі жалғасады.",
			cannot_write: "Бір бөлігін жазу мүмкін емес. Себебі сервер журналында.",
			too_slow: "Диск баяу: жазбаның кейбір бөліктері жоқ.",
		},
		video: (percent) => `Бейнежазба дайындалуда: ${percent}`,
		videoReady: "Бейнежазба дайын",
	},
	ko: {
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
	},
	ru: {
		band: {
			title: "Без записи",
			body: "То, что сейчас говорится и показывается, не сохраняется.",
			since: (hour) => `с ${hour}`,
		},
		stop: "Остановить запись",
		stopQuestion:
			"Остановить запись? С этого момента ничего не сохраняется, и это будет видно на всех страницах.",
		stopConfirm: "Остановить запись",
		stopped: "Заседание идёт без записи.",
		resume: "Возобновить запись",
		resumeQuestion: "Возобновить запись? То, что говорится и показывается, снова будет сохраняться.",
		resumeConfirm: "Возобновить запись",
		resumed: "Заседание снова идёт под запись.",
		none: "На этом сервере запись не ведётся",
		kept: "Ведётся запись",
		trouble: {
			disk_low:
				"На диске почти нет места: запись скоро прекратится. Попросите организатора освободить место.",
			disk_full: "Диск заполнен: запись не ведётся. Она возобновится сама, когда появится место.",
			cannot_write: "Часть материала записать не удаётся. Причина указана в журнале сервера.",
			too_slow: "Диск не успевает: части записи отсутствуют.",
		},
		video: (percent) => `Видеозапись готовится: ${percent}`,
		videoReady: "Видеозапись готова",
	},
};
