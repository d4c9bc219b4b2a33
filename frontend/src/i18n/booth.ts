import type { Language } from "./language";
import { plural } from "./plural";

/** The strings of the interpreter's page. */
export interface BoothStrings {
	page: string;
	/** My state in one sentence; languages by their own names, partners by name. */
	said: {
		planned: string;
		closed: string;
		noMicrophone: string;
		free: string;
		passing: (language: string) => string;
		partner: (name: string) => string;
		partnerAsks: (name: string) => string;
		partnerGone: (name: string) => string;
		elsewhere: (language: string) => string;
		live: (language: string) => string;
		liveAsked: string;
		liveCough: string;
		liveMuted: string;
		liveNoMicrophone: string;
		liveWaiting: string;
		liveLost: string;
		lost: string;
	};
	/** What the great button does. */
	act: {
		take: string;
		takeOver: string;
		takeGone: string;
		takeLeaving: (language: string) => string;
		leave: string;
	};
	/** When a partner who is live can be taken over from. */
	takeOverNote: string;
	/** Why it cannot be pressed. */
	cannot: { microphone: string; notOpen: string; lost: string };
	/** The seat is an interpreter's and has no booth. */
	noBooth: string;
	liveFor: string;
	direction: string;
	partner: {
		title: string;
		none: string;
		live: string;
		ready: string;
		noMicrophone: string;
		held: string;
		absent: string;
		elsewhere: (language: string) => string;
		ask: string;
		asked: string;
		withdraw: string;
		nobody: string;
		left: (seconds: number) => string;
		listeners: (n: number) => string;
	};
	floor: {
		title: string;
		nobody: string;
		stage: string;
		speaking: string;
		time: string;
		microphoneClosed: string;
	};
}

export const booth: Record<Language, BoothStrings> = {
	en: {
		page: "Booth",
		said: {
			planned: "The meeting is not open yet. You can check your sound.",
			closed: "The meeting is closed.",
			noMicrophone: "You are not live. Turn on your microphone to be able to go live.",
			free: "Nobody is live in this booth. Its listeners hear the original.",
			passing: (language) =>
				`The floor speaks the booth's own language (${language}). Its listeners hear the original.`,
			partner: (name) => `${name} is live. Nobody hears you.`,
			partnerAsks: (name) => `${name} asks you to take over.`,
			partnerGone: (name) => `${name} is live, but their sound is gone. You can take over at once.`,
			elsewhere: (language) => `You are live in another booth: ${language}.`,
			live: (language) => `You are live. Everybody who listens to ${language} hears you.`,
			liveAsked: "You are live, and have asked your partner to take over.",
			liveCough: "You are live. While you hold the button nobody hears you.",
			liveMuted: "You are live, but muted. Nobody hears you.",
			liveNoMicrophone: "You are live without a microphone. Nobody hears you.",
			liveWaiting: "You are live, but your sound is not coming through. Connecting…",
			liveLost: "The connection is interrupted. It is not certain that anybody hears you.",
			lost: "The connection to the meeting is interrupted.",
		},
		act: {
			take: "Go live",
			takeOver: "Take over",
			takeGone: "Take over at once",
			takeLeaving: (language) => `Go live here, leave ${language}`,
			leave: "Stop",
		},
		takeOverNote: "Works when your partner asks you to, or at once when their sound is gone.",
		cannot: {
			microphone: "Turn on your microphone first.",
			notOpen: "The meeting is not open.",
			lost: "The connection is lost.",
		},
		noBooth: "No booth is planned for your seat. Please ask the organiser.",
		liveFor: "live",
		direction: "Booth in which you work",
		partner: {
			title: "Partner",
			none: "You are alone in this booth.",
			live: "Live",
			ready: "Present, microphone on",
			noMicrophone: "Present, microphone off",
			held: "Live, silent at their own wish",
			absent: "Not here",
			elsewhere: (language) => `Live in ${language}`,
			ask: "Ask partner to take over",
			asked: "Partner is asked",
			withdraw: "Withdraw",
			nobody: "No partner is in the meeting.",
			left: (seconds) => `${seconds} s`,
			listeners: plural("en", { one: "# listener", other: "# listeners" }),
		},
		floor: {
			title: "Floor",
			nobody: "Nobody has the floor.",
			stage: "Nobody is on the stage.",
			speaking: "with the floor",
			time: "Time in the meeting's city",
			microphoneClosed: "Microphone closed",
		},
	},
	kk: {
		page: "Кабина",
		said: {
			planned: "Отырыс әлі ашылған жоқ. Дыбысты тексеріп алуға болады.",
			closed: "Отырыс жабылды.",
			noMicrophone: "Сіз эфирде емессіз. Эфирге шығу үшін микрофонды қосыңыз.",
			free: "Бұл кабинада эфирде ешкім жоқ. Тыңдаушылар түпнұсқаны естиді.",
			passing: (language) =>
				`Сөйлеуші кабина тілінде (${language}) сөйлеп тұр. Тыңдаушылар түпнұсқаны естиді.`,
			partner: (name) => `Эфирде: ${name}. Сізді ешкім естімейді.`,
			partnerAsks: (name) => `${name} сізден кезекті алуды сұрайды.`,
			partnerGone: (name) => `Эфирде: ${name}, бірақ дыбысы жоқ. Кезекті бірден ала аласыз.`,
			elsewhere: (language) => `Сіз басқа кабинада эфирдесіз: ${language}.`,
			live: (language) => `Сіз эфирдесіз. Мына тілді тыңдағандардың бәрі сізді естиді: ${language}.`,
			liveAsked: "Сіз эфирдесіз және әріптесіңізден кезекті алуды сұрадыңыз.",
			liveCough: "Сіз эфирдесіз. Түймені басып тұрғанда сізді ешкім естімейді.",
			liveMuted: "Сіз эфирдесіз, бірақ дыбысыңыз өшірулі. Сізді ешкім естімейді.",
			liveNoMicrophone: "Сіз эфирде микрофонсыз тұрсыз. Сізді ешкім естімейді.",
			liveWaiting: "Сіз эфирдесіз, бірақ дыбысыңыз жетпей тұр. Қосылуда…",
			liveLost: "Байланыс үзілді. Сізді естіп тұрғаны белгісіз.",
			lost: "Отырыспен байланыс үзілді.",
		},
		act: {
			take: "Эфирге шығу",
			takeOver: "Кезекті алу",
			takeGone: "Кезекті бірден алу",
			takeLeaving: (language) => `Осында эфирге шығу, ${language} кабинасынан кету`,
			leave: "Тоқтату",
		},
		takeOverNote: "Әріптесіңіз сұрағанда немесе оның дыбысы жоғалғанда бірден орындалады.",
		cannot: {
			microphone: "Алдымен микрофонды қосыңыз.",
			notOpen: "Отырыс ашық емес.",
			lost: "Байланыс үзілді.",
		},
		noBooth: "Орныңызға кабина жоспарланбаған. Ұйымдастырушыға хабарласыңыз.",
		liveFor: "эфирде",
		direction: "Жұмыс істейтін кабинаңыз",
		partner: {
			title: "Әріптес",
			none: "Бұл кабинада жалғызсыз.",
			live: "Эфирде",
			ready: "Осында, микрофоны қосулы",
			noMicrophone: "Осында, микрофоны өшірулі",
			held: "Эфирде, өз қалауымен үнсіз",
			absent: "Мұнда жоқ",
			elsewhere: (language) => `Басқа кабинада эфирде: ${language}`,
			ask: "Әріптестен кезекті алуды сұрау",
			asked: "Әріптестен сұралды",
			withdraw: "Қайтарып алу",
			nobody: "Әріптестеріңіздің ешқайсысы отырыста емес.",
			left: (seconds) => `${seconds} с`,
			listeners: plural("kk", { other: "# тыңдаушы" }),
		},
		floor: {
			title: "Сөз кімде",
			nobody: "Ешкімге сөз берілмеген.",
			stage: "Сахнада ешкім жоқ.",
			speaking: "сөйлеу уақыты",
			time: "Отырыс өтетін қаладағы уақыт",
			microphoneClosed: "Микрофон өшірулі",
		},
	},
	ko: {
		page: "통역 부스",
		said: {
			planned: "회의가 아직 열리지 않았습니다. 음향을 점검하실 수 있습니다.",
			closed: "회의가 폐회되었습니다.",
			noMicrophone: "송출 중이 아닙니다. 송출하시려면 마이크를 켜 주십시오.",
			free: "이 부스에서 송출 중인 사람이 없습니다. 청취자는 원음을 듣습니다.",
			passing: (language) =>
				`발언자가 이 부스의 언어(${language})로 말하고 있습니다. 청취자는 원음을 듣습니다.`,
			partner: (name) => `${name} 님이 송출 중입니다. 아무도 귀하의 음성을 듣지 못합니다.`,
			partnerAsks: (name) => `${name} 님이 교대를 요청합니다.`,
			partnerGone: (name) => `${name} 님이 송출 중이나 음성이 끊겼습니다. 바로 교대하실 수 있습니다.`,
			elsewhere: (language) => `다른 부스에서 송출 중입니다: ${language}.`,
			live: (language) => `송출 중입니다. ${language} 청취자 모두가 듣고 있습니다.`,
			liveAsked: "송출 중이며 동료에게 교대를 요청하셨습니다.",
			liveCough: "송출 중입니다. 버튼을 누르고 있는 동안 아무도 듣지 못합니다.",
			liveMuted: "송출 중이나 음소거되어 있습니다. 아무도 듣지 못합니다.",
			liveNoMicrophone: "마이크 없이 송출 중입니다. 아무도 듣지 못합니다.",
			liveWaiting: "송출 중이나 음성이 전달되지 않고 있습니다. 연결 중…",
			liveLost: "연결이 끊겼습니다. 음성이 전달되는지 확실하지 않습니다.",
			lost: "회의와의 연결이 끊겼습니다.",
		},
		act: {
			take: "송출 시작",
			takeOver: "교대하기",
			takeGone: "바로 교대하기",
			takeLeaving: (language) => `여기서 송출, ${language} 부스 종료`,
			leave: "송출 종료",
		},
		takeOverNote: "동료가 요청하거나 동료의 음성이 끊겼을 때 바로 교대됩니다.",
		cannot: {
			microphone: "먼저 마이크를 켜 주십시오.",
			notOpen: "회의가 열려 있지 않습니다.",
			lost: "연결이 끊겼습니다.",
		},
		noBooth: "귀하의 좌석에 지정된 부스가 없습니다. 주최 측에 문의해 주십시오.",
		liveFor: "송출 시간",
		direction: "담당 부스",
		partner: {
			title: "동료",
			none: "이 부스에는 혼자 계십니다.",
			live: "송출 중",
			ready: "입장, 마이크 켜짐",
			noMicrophone: "입장, 마이크 꺼짐",
			held: "송출 중, 직접 음소거함",
			absent: "부재",
			elsewhere: (language) => `${language} 부스에서 송출 중`,
			ask: "동료에게 교대 요청",
			asked: "교대를 요청함",
			withdraw: "요청 철회",
			nobody: "회의에 들어온 동료가 없습니다.",
			left: (seconds) => `${seconds}초`,
			listeners: plural("ko", { other: "청취자 #명" }),
		},
		floor: {
			title: "발언자",
			nobody: "발언 중인 사람이 없습니다.",
			stage: "무대에 아무도 없습니다.",
			speaking: "발언 시간",
			time: "회의 개최지 시각",
			microphoneClosed: "마이크 꺼짐",
		},
	},
	ru: {
		page: "Кабина",
		said: {
			planned: "Заседание ещё не открыто. Можно проверить звук.",
			closed: "Заседание закрыто.",
			noMicrophone: "Вы не в эфире. Чтобы выйти в эфир, включите микрофон.",
			free: "В этой кабине никого нет в эфире. Слушатели слышат оригинал.",
			passing: (language) => `Выступающий говорит на языке кабины (${language}). Слушатели слышат оригинал.`,
			partner: (name) => `В эфире ${name}. Вас никто не слышит.`,
			partnerAsks: (name) => `${name} просит вас принять эфир.`,
			partnerGone: (name) => `В эфире ${name}, но звука нет. Вы можете принять эфир сразу.`,
			elsewhere: (language) => `Вы в эфире в другой кабине: ${language}.`,
			live: (language) => `Вы в эфире. Вас слышат все, кто слушает: ${language}.`,
			liveAsked: "Вы в эфире и попросили коллегу вас сменить.",
			liveCough: "Вы в эфире. Пока кнопка нажата, вас никто не слышит.",
			liveMuted: "Вы в эфире, но ваш звук выключен. Вас никто не слышит.",
			liveNoMicrophone: "Вы в эфире без микрофона. Вас никто не слышит.",
			liveWaiting: "Вы в эфире, но ваш звук не доходит. Соединяемся…",
			liveLost: "Связь прервана. Неизвестно, слышат ли вас.",
			lost: "Связь с заседанием прервана.",
		},
		act: {
			take: "Выйти в эфир",
			takeOver: "Принять эфир",
			takeGone: "Принять эфир сразу",
			takeLeaving: (language) => `Выйти в эфир здесь и покинуть кабину: ${language}`,
			leave: "Закончить",
		},
		takeOverNote: "Действует, когда коллега попросит, или сразу, если его звук пропал.",
		cannot: {
			microphone: "Сначала включите микрофон.",
			notOpen: "Заседание не открыто.",
			lost: "Связь потеряна.",
		},
		noBooth: "Для вашего места кабина не назначена. Обратитесь к организатору.",
		liveFor: "в эфире",
		direction: "Кабина, в которой вы работаете",
		partner: {
			title: "Коллега",
			none: "В этой кабине вы одни.",
			live: "В эфире",
			ready: "На месте, микрофон включён",
			noMicrophone: "На месте, микрофон выключен",
			held: "В эфире, молчит по своему желанию",
			absent: "Отсутствует",
			elsewhere: (language) => `В эфире в другой кабине: ${language}`,
			ask: "Попросить коллегу сменить",
			asked: "Просьба передана",
			withdraw: "Отозвать",
			nobody: "Никого из коллег нет на заседании.",
			left: (seconds) => `${seconds} с`,
			listeners: plural("ru", { one: "# слушатель", few: "# слушателя", other: "# слушателей" }),
		},
		floor: {
			title: "Слово имеет",
			nobody: "Слово никому не предоставлено.",
			stage: "На сцене никого нет.",
			speaking: "с начала выступления",
			time: "Время в городе заседания",
			microphoneClosed: "Микрофон выключен",
		},
	},
};
