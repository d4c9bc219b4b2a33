import type { CanPlay } from "@/media";
import type { Language } from "./language";
import { ordinal, plural } from "./plural";

type Missing = Extract<CanPlay, { ok: false }>["missing"];

/** The strings of the hall. */
export interface HallStrings {
	planned: string;
	plannedNote: string;
	opensIn: string;
	days: (n: number) => string;
	emptyStage: string;
	emptyStageNote: string;
	closed: string;
	closedAt: (time: string) => string;
	nobodySpeaks: string;
	speaksNow: string;
	microphoneClosed: string;
	youHaveFloor: string;
	youHaveFloorNote: string;
	youHadFloor: string;
	controls: string;
	raiseHand: string;
	lowerHand: string;
	myPlace: (place: number) => string;
	handNotOpen: string;
	handLost: string;
	sound: string;
	soundOn: string;
	mute: string;
	unmute: string;
	volume: string;
	fullScreen: string;
	leaveFullScreen: string;
	programmeAndSpeakers: string;
	noHands: string;
	mediaLost: string;
	cannotPlay: Record<Missing, string>;
	cannotPlayNote: string;
}

export const hall: Record<Language, HallStrings> = {
	en: {
		planned: "The meeting has not been opened yet.",
		plannedNote: "The chair will open the meeting. Please leave this page open.",
		opensIn: "until the start",
		days: plural("en", { one: "# day", other: "# days" }),
		emptyStage: "Nobody is on the stage at the moment.",
		emptyStageNote: "The picture appears here as soon as the chair puts it on the stage.",
		closed: "The meeting is closed.",
		closedAt: (time) => `The chair closed it at ${time}. Thank you for taking part.`,
		nobodySpeaks: "Nobody has the floor at the moment.",
		speaksNow: "Has the floor",
		microphoneClosed: "Microphone closed",
		youHaveFloor: "You have the floor.",
		youHaveFloorNote: "Turn on your microphone: the whole meeting will hear you.",
		youHadFloor: "Your floor has ended. Your microphone is closed.",
		controls: "Controls",
		raiseHand: "Raise hand",
		lowerHand: "Lower hand",
		myPlace: (place) => `${ordinal(place)} in the list`,
		handNotOpen: "Hands can be raised once the meeting is open.",
		handLost: "The connection is lost; please wait until it is back.",
		sound: "Sound",
		soundOn: "Turn on the sound",
		mute: "Mute",
		unmute: "Unmute",
		volume: "Volume",
		fullScreen: "Full screen",
		leaveFullScreen: "Leave full screen",
		programmeAndSpeakers: "Programme and speakers",
		noHands: "No hand is raised.",
		mediaLost: "Sound and picture are being connected again. The last picture is kept.",
		cannotPlay: {
			webcodecs:
				"This browser cannot decode the picture and sound. Please open your link in a current version of Chrome, Edge or Firefox.",
			secure_context:
				"Picture and sound need a secure connection. Please open the link exactly as you received it, beginning with https.",
			worklet: "This browser cannot play the sound. Please update it, and open your link again.",
		},
		cannotPlayNote: "Everything else on this page works.",
	},
	kk: {
		planned: "Отырыс әлі ашылған жоқ.",
		plannedNote: "Отырысты төраға ашады. Бұл бетті ашық қалдырыңыз.",
		opensIn: "басталуына дейін",
		days: plural("kk", { other: "# күн" }),
		emptyStage: "Қазір сахнада ешкім жоқ.",
		emptyStageNote: "Төраға сахнаға шығарған бойда бейне осы жерде көрінеді.",
		closed: "Отырыс жабылды.",
		closedAt: (time) => `Төраға отырысты жапты (${time}). Қатысқаныңызға рақмет.`,
		nobodySpeaks: "Қазір ешкімге сөз берілген жоқ.",
		speaksNow: "Сөз берілді",
		microphoneClosed: "Микрофон өшірулі",
		youHaveFloor: "Сізге сөз берілді.",
		youHaveFloorNote: "Микрофонды қосыңыз: сізді барлық қатысушылар естиді.",
		youHadFloor: "Сөз уақытыңыз аяқталды. Микрофоныңыз өшірілді.",
		controls: "Басқару",
		raiseHand: "Қол көтеру",
		lowerHand: "Қолды түсіру",
		myPlace: (place) => `тізімде ${place}-орын`,
		handNotOpen: "Қол көтеру отырыс ашылғаннан кейін мүмкін болады.",
		handLost: "Байланыс үзілді; қалпына келгенше күте тұрыңыз.",
		sound: "Дыбыс",
		soundOn: "Дыбысты қосу",
		mute: "Дыбысты өшіру",
		unmute: "Дыбысты қосу",
		volume: "Дыбыс қаттылығы",
		fullScreen: "Толық экран",
		leaveFullScreen: "Толық экраннан шығу",
		programmeAndSpeakers: "Бағдарлама және сөз сұрағандар",
		noHands: "Ешкім қол көтерген жоқ.",
		mediaLost: "Дыбыс пен бейне қайта қосылуда. Соңғы бейне сақталды.",
		cannotPlay: {
			webcodecs:
				"Бұл браузер бейне мен дыбысты өңдей алмайды. Сілтемені Chrome, Edge немесе Firefox браузерінің жаңа нұсқасында ашыңыз.",
			secure_context:
				"Бейне мен дыбыс қауіпсіз байланысты қажет етеді. Сілтемені өзіңізге келген күйінде, https-тен бастап ашыңыз.",
			worklet: "Бұл браузер дыбысты шығара алмайды. Оны жаңартып, сілтемені қайта ашыңыз.",
		},
		cannotPlayNote: "Беттің қалған бөлігі толық жұмыс істейді.",
	},
	ko: {
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
	},
	ru: {
		planned: "Заседание ещё не открыто.",
		plannedNote: "Заседание откроет председатель. Оставьте эту страницу открытой.",
		opensIn: "до начала",
		days: plural("ru", { one: "# день", few: "# дня", many: "# дней", other: "# дня" }),
		emptyStage: "Сейчас на сцене никого нет.",
		emptyStageNote: "Изображение появится здесь, как только председатель выведет его на сцену.",
		closed: "Заседание закрыто.",
		closedAt: (time) => `Председатель закрыл заседание в ${time}. Благодарим за участие.`,
		nobodySpeaks: "Сейчас слово никому не предоставлено.",
		speaksNow: "Слово имеет",
		microphoneClosed: "Микрофон выключен",
		youHaveFloor: "Вам предоставлено слово.",
		youHaveFloorNote: "Включите микрофон: вас услышат все участники заседания.",
		youHadFloor: "Ваше выступление завершено. Микрофон выключен.",
		controls: "Управление",
		raiseHand: "Поднять руку",
		lowerHand: "Опустить руку",
		myPlace: (place) => `${place}-е место в списке`,
		handNotOpen: "Поднять руку можно после открытия заседания.",
		handLost: "Связь потеряна; дождитесь её восстановления.",
		sound: "Звук",
		soundOn: "Включить звук",
		mute: "Выключить звук",
		unmute: "Включить звук",
		volume: "Громкость",
		fullScreen: "Во весь экран",
		leaveFullScreen: "Выйти из полноэкранного режима",
		programmeAndSpeakers: "Программа и список ораторов",
		noHands: "Никто не поднял руку.",
		mediaLost: "Звук и изображение подключаются заново. Последний кадр сохранён.",
		cannotPlay: {
			webcodecs:
				"Этот браузер не может воспроизвести изображение и звук. Откройте ссылку в актуальной версии Chrome, Edge или Firefox.",
			secure_context:
				"Для изображения и звука нужно защищённое соединение. Откройте ссылку в том виде, в котором вы её получили, начиная с https.",
			worklet: "Этот браузер не может воспроизвести звук. Обновите его и откройте ссылку снова.",
		},
		cannotPlayNote: "Всё остальное на этой странице работает.",
	},
};
