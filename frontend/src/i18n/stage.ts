import type { Language } from "./language";
import { ordinal } from "./plural";

/** The strings of the speaker's page. */
export interface StageStrings {
	/** The check before going in. */
	check: {
		title: string;
		lead: (name: string) => string;
		turnOn: string;
		turnOnNote: string;
		speak: string;
		heard: string;
		seen: string;
		unseen: string;
		goIn: string;
		goInWithout: string;
		without: { both: string; microphone: string; camera: string };
		nobodyYet: string;
	};
	/** My state in one sentence. */
	state: {
		planned: string;
		closed: string;
		noFloor: string;
		floorTaken: string;
		handUp: (place: number) => string;
		floor: string;
		floorMuted: string;
		floorNoMicrophone: string;
		floorClosed: string;
		/** I have the floor, but my sound has not come through for some time. */
		floorWaiting: string;
		/** The connection is lost while I have the floor, and while I do not. */
		lostWithFloor: string;
		lost: string;
		camera: string;
		screen: string;
		both: string;
	};
	withFloor: string;
	hallSees: string;
	emptyStage: string;
	emptyStageNote: string;
	notOpen: string;
	closedStage: string;
	speaksNow: string;
	nobodySpeaks: string;
	microphoneClosed: string;
	raiseHand: string;
	lowerHand: string;
	hand: { hasFloor: string; notOpen: string; lost: string };
	sound: string;
	soundOff: string;
	volume: string;
	turnOnSound: string;
	mediaLost: string;
}

export const stage: Record<Language, StageStrings> = {
	en: {
		check: {
			title: "Before you go in",
			lead: (name) => `${name}, please check your sound and picture.`,
			turnOn: "Turn on microphone and camera",
			turnOnNote: "The browser will ask for your permission.",
			speak: "Please say a few words. The bar moves with your voice.",
			heard: "We hear you.",
			seen: "We see you.",
			unseen: "Your camera is off. The hall will see your name instead.",
			goIn: "Go in",
			goInWithout: "Go in without a microphone",
			without: {
				both: "You will see and hear the meeting, but nobody can hear or see you until you turn them on.",
				microphone: "You will see and hear the meeting, but nobody can hear you until you turn it on.",
				camera: "You will be heard, but not seen, until you turn it on.",
			},
			nobodyYet: "Nobody hears or sees you until the chair gives you the floor.",
		},
		state: {
			planned: "The chair has not opened the meeting yet.",
			closed: "The meeting is closed.",
			noFloor: "You do not have the floor yet.",
			floorTaken: "You no longer have the floor. Nobody hears you.",
			handUp: (place) => `You have asked for the floor: ${ordinal(place)} in the list.`,
			floor: "The chair has given you the floor. Everybody hears you.",
			floorMuted: "The chair has given you the floor. You have muted yourself.",
			floorNoMicrophone: "The chair has given you the floor. Please turn on your microphone.",
			floorClosed: "You have the floor. Your microphone is closed by the chair.",
			floorWaiting: "You have the floor, but your sound is not coming through. Connecting…",
			lostWithFloor: "The connection is interrupted. It is not certain that anybody hears you.",
			lost: "The connection to the meeting is interrupted.",
			camera: "Your picture is on the stage.",
			screen: "Your screen is on the stage.",
			both: "Your picture and your screen are on the stage.",
		},
		withFloor: "with the floor",
		hallSees: "What the hall sees",
		emptyStage: "The stage is empty",
		emptyStageNote: "The chair puts the speakers on it.",
		notOpen: "The hall sees the programme until the meeting is opened.",
		closedStage: "The meeting is closed. The stage is empty.",
		speaksNow: "Speaking now",
		nobodySpeaks: "Nobody has the floor.",
		microphoneClosed: "Microphone closed",
		raiseHand: "Raise hand",
		lowerHand: "Lower hand",
		hand: {
			hasFloor: "You have the floor.",
			notOpen: "Hands can be raised once the meeting is open.",
			lost: "The connection is lost.",
		},
		sound: "Sound off",
		soundOff: "Sound on",
		volume: "Volume",
		turnOnSound: "Turn on the sound",
		mediaLost: "Sound and picture are interrupted. Connecting again…",
	},
	kk: {
		check: {
			title: "Кірмес бұрын",
			lead: (name) => `${name}, дыбыс пен бейнені тексеріп алуыңызды сұраймыз.`,
			turnOn: "Микрофон мен камераны қосу",
			turnOnNote: "Браузер рұқсатыңызды сұрайды.",
			speak: "Бірнеше сөз айтыңыз. Жолақ дауысыңызға қарай қозғалады.",
			heard: "Сізді естіп тұрмыз.",
			seen: "Сізді көріп тұрмыз.",
			unseen: "Камераңыз өшірулі. Зал оның орнына атыңызды көреді.",
			goIn: "Кіру",
			goInWithout: "Микрофонсыз кіру",
			without: {
				both: "Сіз отырысты көріп, естисіз, бірақ микрофон мен камераны қоспайынша сізді ешкім естімейді және көрмейді.",
				microphone: "Сіз отырысты көріп, естисіз, бірақ микрофонды қоспайынша сізді ешкім естімейді.",
				camera: "Сізді естиді, бірақ камераны қоспайынша ешкім көрмейді.",
			},
			nobodyYet: "Төраға сөз бермейінше сізді ешкім естімейді және көрмейді.",
		},
		state: {
			planned: "Төраға отырысты әлі ашқан жоқ.",
			closed: "Отырыс жабылды.",
			noFloor: "Сізге әлі сөз берілген жоқ.",
			floorTaken: "Сөзіңіз аяқталды. Сізді ешкім естімейді.",
			handUp: (place) => `Сіз сөз сұрадыңыз: тізімде ${place}-орын.`,
			floor: "Төраға сізге сөз берді. Сізді баршасы естиді.",
			floorMuted: "Төраға сізге сөз берді. Сіз өз дыбысыңызды өшірдіңіз.",
			floorNoMicrophone: "Төраға сізге сөз берді. Микрофоныңызды қосыңыз.",
			floorClosed: "Сөз сізде. Микрофоныңызды төраға өшірді.",
			floorWaiting: "Сөз сізде, бірақ дыбысыңыз жетпей тұр. Қосылуда…",
			lostWithFloor: "Байланыс үзілді. Сізді естіп тұрғаны белгісіз.",
			lost: "Отырыспен байланыс үзілді.",
			camera: "Бейнеңіз сахнада.",
			screen: "Экраныңыз сахнада.",
			both: "Бейнеңіз бен экраныңыз сахнада.",
		},
		withFloor: "сөйлеу уақыты",
		hallSees: "Залға не көрінеді",
		emptyStage: "Сахна бос",
		emptyStageNote: "Баяндамашыларды сахнаға төраға шығарады.",
		notOpen: "Отырыс ашылғанша зал бағдарламаны көреді.",
		closedStage: "Отырыс жабылды. Сахна бос.",
		speaksNow: "Қазір сөйлеп тұр",
		nobodySpeaks: "Ешкімге сөз берілмеген.",
		microphoneClosed: "Микрофон өшірулі",
		raiseHand: "Қол көтеру",
		lowerHand: "Қолды түсіру",
		hand: {
			hasFloor: "Сөз сізде.",
			notOpen: "Отырыс ашылғаннан кейін қол көтеруге болады.",
			lost: "Байланыс үзілді.",
		},
		sound: "Дыбысты өшіру",
		soundOff: "Дыбысты қосу",
		volume: "Дыбыс қаттылығы",
		turnOnSound: "Дыбысты қосу",
		mediaLost: "Дыбыс пен бейне үзілді. Қайта қосылуда…",
	},
	ko: {
		check: {
			title: "입장하기 전에",
			lead: (name) => `${name} 님, 음성과 영상을 확인해 주십시오.`,
			turnOn: "마이크와 카메라 켜기",
			turnOnNote: "브라우저가 사용 허가를 요청합니다.",
			speak: "몇 마디 말씀해 주십시오. 막대가 음성에 따라 움직입니다.",
			heard: "잘 들립니다.",
			seen: "잘 보입니다.",
			unseen: "카메라가 꺼져 있습니다. 회의장에는 성함이 대신 표시됩니다.",
			goIn: "입장",
			goInWithout: "마이크 없이 입장",
			without: {
				both: "회의를 보고 들으실 수 있으나, 마이크와 카메라를 켜시기 전에는 아무도 듣거나 볼 수 없습니다.",
				microphone: "회의를 보고 들으실 수 있으나, 마이크를 켜시기 전에는 아무도 들을 수 없습니다.",
				camera: "음성은 전달되지만, 카메라를 켜시기 전에는 아무도 볼 수 없습니다.",
			},
			nobodyYet: "의장이 발언권을 드리기 전에는 아무도 듣거나 볼 수 없습니다.",
		},
		state: {
			planned: "의장이 아직 회의를 열지 않았습니다.",
			closed: "회의가 폐회되었습니다.",
			noFloor: "아직 발언권이 없습니다.",
			floorTaken: "발언이 끝났습니다. 아무도 듣지 못합니다.",
			handUp: (place) => `발언을 신청하셨습니다. 순서는 ${place}번째입니다.`,
			floor: "의장이 발언권을 드렸습니다. 모두가 듣고 있습니다.",
			floorMuted: "의장이 발언권을 드렸습니다. 직접 음소거하셨습니다.",
			floorNoMicrophone: "의장이 발언권을 드렸습니다. 마이크를 켜 주십시오.",
			floorClosed: "발언권이 있으나 의장이 마이크를 껐습니다.",
			floorWaiting: "발언권이 있으나 음성이 전달되지 않고 있습니다. 연결 중…",
			lostWithFloor: "연결이 끊겼습니다. 음성이 전달되는지 확실하지 않습니다.",
			lost: "회의와의 연결이 끊겼습니다.",
			camera: "영상이 무대에 나오고 있습니다.",
			screen: "화면이 무대에 나오고 있습니다.",
			both: "영상과 화면이 무대에 나오고 있습니다.",
		},
		withFloor: "발언 시간",
		hallSees: "회의장에서 보는 화면",
		emptyStage: "무대가 비어 있습니다",
		emptyStageNote: "의장이 발표자를 무대에 올립니다.",
		notOpen: "개회 전까지 회의장에는 프로그램이 표시됩니다.",
		closedStage: "회의가 폐회되었습니다. 무대가 비어 있습니다.",
		speaksNow: "현재 발언자",
		nobodySpeaks: "발언 중인 사람이 없습니다.",
		microphoneClosed: "마이크 꺼짐",
		raiseHand: "손 들기",
		lowerHand: "손 내리기",
		hand: {
			hasFloor: "발언권이 있습니다.",
			notOpen: "회의가 열린 뒤에 손을 들 수 있습니다.",
			lost: "연결이 끊겼습니다.",
		},
		sound: "소리 끄기",
		soundOff: "소리 켜기",
		volume: "음량",
		turnOnSound: "소리 켜기",
		mediaLost: "음성과 영상이 중단되었습니다. 다시 연결하고 있습니다…",
	},
	ru: {
		check: {
			title: "Прежде чем войти",
			lead: (name) => `${name}, просим проверить звук и изображение.`,
			turnOn: "Включить микрофон и камеру",
			turnOnNote: "Браузер попросит вашего разрешения.",
			speak: "Скажите несколько слов. Полоска движется вместе с вашим голосом.",
			heard: "Мы вас слышим.",
			seen: "Мы вас видим.",
			unseen: "Ваша камера выключена. В зале вместо изображения увидят ваше имя.",
			goIn: "Войти",
			goInWithout: "Войти без микрофона",
			without: {
				both: "Вы будете видеть и слышать заседание, но вас никто не услышит и не увидит, пока вы их не включите.",
				microphone: "Вы будете видеть и слышать заседание, но вас никто не услышит, пока вы его не включите.",
				camera: "Вас будут слышать, но не увидят, пока вы её не включите.",
			},
			nobodyYet: "Вас никто не слышит и не видит, пока председатель не предоставит вам слово.",
		},
		state: {
			planned: "Председатель ещё не открыл заседание.",
			closed: "Заседание закрыто.",
			noFloor: "Вам ещё не предоставлено слово.",
			floorTaken: "Ваше выступление окончено. Вас никто не слышит.",
			handUp: (place) => `Вы просите слова: ${place}-е место в списке.`,
			floor: "Председатель предоставил вам слово. Вас слышат все.",
			floorMuted: "Председатель предоставил вам слово. Вы сами выключили звук.",
			floorNoMicrophone: "Председатель предоставил вам слово. Включите микрофон.",
			floorClosed: "Слово у вас. Председатель выключил ваш микрофон.",
			floorWaiting: "Слово у вас, но ваш звук не доходит. Соединяемся…",
			lostWithFloor: "Связь прервана. Неизвестно, слышат ли вас.",
			lost: "Связь с заседанием прервана.",
			camera: "Ваше изображение на сцене.",
			screen: "Ваш экран на сцене.",
			both: "Ваше изображение и ваш экран на сцене.",
		},
		withFloor: "с начала выступления",
		hallSees: "Что видит зал",
		emptyStage: "Сцена пуста",
		emptyStageNote: "Выступающих на неё выводит председатель.",
		notOpen: "До открытия заседания зал видит программу.",
		closedStage: "Заседание закрыто. Сцена пуста.",
		speaksNow: "Сейчас выступает",
		nobodySpeaks: "Слово никому не предоставлено.",
		microphoneClosed: "Микрофон выключен",
		raiseHand: "Поднять руку",
		lowerHand: "Опустить руку",
		hand: {
			hasFloor: "Слово у вас.",
			notOpen: "Руку можно поднять после открытия заседания.",
			lost: "Связь потеряна.",
		},
		sound: "Выключить звук",
		soundOff: "Включить звук",
		volume: "Громкость",
		turnOnSound: "Включить звук",
		mediaLost: "Звук и изображение прерваны. Соединяемся снова…",
	},
};
