import type { Language } from "./language";

/** The strings of what an interpreter hears and sends. */
export interface BoothSoundStrings {
	incoming: {
		title: string;
		original: string;
		/** After the name of a booth in which nobody is live. */
		nobody: string;
		liveNow: string;
		/** What is heard. */
		hears: {
			original: string;
			booth: (language: string) => string;
			passing: (language: string) => string;
			empty: (language: string) => string;
			lost: (language: string) => string;
			silent: (language: string) => string;
		};
		pivotTold: string;
		preselect: string;
		preselectNote: string;
		whenFloor: (language: string) => string;
		notMine: (language: string) => string;
		volume: string;
		bass: string;
		treble: string;
		/** A loudness, with its sign. */
		decibels: (n: string) => string;
		flat: string;
		level: string;
		limited: (decibels: number) => string;
		unlock: string;
		mediaLost: string;
	};
	outgoing: {
		title: (language: string) => string;
		turnOn: string;
		turnOnNote: string;
		cough: string;
		coughHeld: string;
		coughNote: string;
		mute: string;
		unmute: string;
		slow: string;
		slowAsked: string;
		slowNote: string;
		check: string;
		checkTaking: string;
		checkPlaying: string;
		checkNote: string;
		devices: string;
		processed: string;
		processedNote: string;
		turnOff: string;
	};
}

export const boothSound: Record<Language, BoothSoundStrings> = {
	en: {
		incoming: {
			title: "Incoming",
			original: "Original",
			nobody: "nobody live",
			liveNow: "live",
			hears: {
				original: "You hear the original.",
				booth: (language) => `You hear the ${language} booth.`,
				passing: (language) => `You hear the original: the floor speaks ${language}.`,
				empty: (language) => `Nobody is live in the ${language} booth. You hear the original.`,
				lost: (language) => `The sound of the ${language} booth is gone. You hear the original.`,
				silent: (language) => `The ${language} booth is silent. You hear the original.`,
			},
			pivotTold: "While you are live, the chair sees from which booth you interpret.",
			preselect: "Preselect by language of the floor",
			preselectNote: "Kept in this browser. A choice by hand holds until the language of the floor changes.",
			whenFloor: (language) => `When the floor is in ${language}`,
			notMine: (language) =>
				`${language} is not among the languages that you work from. You can choose a booth as pivot.`,
			volume: "Volume",
			bass: "Bass",
			treble: "Treble",
			decibels: (n) => `${n}\u00a0dB`,
			flat: "Back to 0 dB",
			level: "Level of what you hear",
			limited: (decibels) => `Hearing protection: ${decibels} dB held back`,
			unlock: "Turn on the sound",
			mediaLost: "Sound and picture are interrupted. Connecting again…",
		},
		outgoing: {
			title: (language) => `Outgoing: ${language}`,
			turnOn: "Turn on microphone",
			turnOnNote: "The browser will ask for your permission. Nobody hears you before you go live.",
			cough: "Cough",
			coughHeld: "Silent",
			coughNote: "Hold: nobody hears you",
			mute: "Mute",
			unmute: "Unmute",
			slow: "Ask to speak more slowly",
			slowAsked: "Asked for slower speech",
			slowNote: "The speaker and the chair see it for some seconds, without your name.",
			check: "Hear yourself",
			checkTaking: "Speak now…",
			checkPlaying: "This is how you sound",
			checkNote: "Records three seconds and plays them back to you alone.",
			devices: "Devices",
			processed: "Let the browser work on the sound",
			processedNote: "Takes out echo and noise and levels the voice. Better off with a good headset.",
			turnOff: "Turn off microphone",
		},
	},
	kk: {
		incoming: {
			title: "Кіріс дыбыс",
			original: "Түпнұсқа",
			nobody: "эфирде ешкім жоқ",
			liveNow: "эфирде",
			hears: {
				original: "Сіз түпнұсқаны естіп тұрсыз.",
				booth: (language) => `Сіз мына кабинаны естіп тұрсыз: ${language}.`,
				passing: (language) => `Сіз түпнұсқаны естіп тұрсыз. Сөйлеу тілі: ${language}.`,
				empty: (language) => `Кабинада (${language}) эфирде ешкім жоқ. Сіз түпнұсқаны естіп тұрсыз.`,
				lost: (language) => `Кабинаның (${language}) дыбысы жоқ. Сіз түпнұсқаны естіп тұрсыз.`,
				silent: (language) => `Кабина (${language}) үнсіз. Сіз түпнұсқаны естіп тұрсыз.`,
			},
			pivotTold: "Эфирде болғаныңызда төраға қай кабинадан аударып тұрғаныңызды көреді.",
			preselect: "Сөйлеуші тіліне қарай алдын ала таңдау",
			preselectNote: "Осы браузерде сақталады. Қолмен таңдау сөйлеуші тілі ауысқанша күшінде болады.",
			whenFloor: (language) => `Сөйлеу тілі – ${language} болса`,
			notMine: (language) =>
				`Сөйлеу тілі (${language}) сіз аударатын тілдердің арасында жоқ. Аралық кабинаны таңдай аласыз.`,
			volume: "Дыбыс қаттылығы",
			bass: "Төменгі жиілік",
			treble: "Жоғарғы жиілік",
			decibels: (n) => `${n}\u00a0дБ`,
			flat: "0 дБ-ге қайтару",
			level: "Естіліп тұрған дыбыс деңгейі",
			limited: (decibels) => `Есту қабілетін қорғау: ${decibels} дБ тежелді`,
			unlock: "Дыбысты қосу",
			mediaLost: "Дыбыс пен бейне үзілді. Қайта қосылуда…",
		},
		outgoing: {
			title: (language) => `Шығыс дыбыс: ${language}`,
			turnOn: "Микрофонды қосу",
			turnOnNote: "Браузер рұқсатыңызды сұрайды. Эфирге шықпайынша сізді ешкім естімейді.",
			cough: "Жөтел",
			coughHeld: "Дыбыссыз",
			coughNote: "Басып тұрыңыз: сізді ешкім естімейді",
			mute: "Дыбысты өшіру",
			unmute: "Дыбысты қосу",
			slow: "Баяуырақ сөйлеуді сұрау",
			slowAsked: "Баяу сөйлеу сұралды",
			slowNote: "Оны сөйлеуші мен төраға бірнеше секунд көреді, атыңыз көрсетілмейді.",
			check: "Өзіңізді тыңдау",
			checkTaking: "Қазір сөйлеңіз…",
			checkPlaying: "Сіз осылай естілесіз",
			checkNote: "Үш секунд жазып алып, тек өзіңізге естіртеді.",
			devices: "Құрылғылар",
			processed: "Дыбысты браузер өңдесін",
			processedNote: "Жаңғырық пен шуды алып, дауысты теңестіреді. Жақсы гарнитурамен өшіріп қойған дұрыс.",
			turnOff: "Микрофонды өшіру",
		},
	},
	ko: {
		incoming: {
			title: "수신",
			original: "원음",
			nobody: "송출 없음",
			liveNow: "송출 중",
			hears: {
				original: "원음을 듣고 계십니다.",
				booth: (language) => `${language} 부스를 듣고 계십니다.`,
				passing: (language) => `원음을 듣고 계십니다. 발언 언어는 ${language}입니다.`,
				empty: (language) => `${language} 부스에 송출 중인 사람이 없어 원음을 듣고 계십니다.`,
				lost: (language) => `${language} 부스의 음성이 끊겨 원음을 듣고 계십니다.`,
				silent: (language) => `${language} 부스가 조용하여 원음을 듣고 계십니다.`,
			},
			pivotTold: "송출 중에는 어느 부스를 듣고 통역하시는지 의장에게 표시됩니다.",
			preselect: "발언 언어별 미리 선택",
			preselectNote: "이 브라우저에 보관됩니다. 직접 고른 것은 발언 언어가 바뀔 때까지 유지됩니다.",
			whenFloor: (language) => `발언 언어가 ${language}일 때`,
			notMine: (language) => `${language}은(는) 담당 출발 언어가 아닙니다. 중계 부스를 고르실 수 있습니다.`,
			volume: "음량",
			bass: "저음",
			treble: "고음",
			decibels: (n) => `${n}\u00a0dB`,
			flat: "0 dB로 되돌리기",
			level: "듣는 소리의 크기",
			limited: (decibels) => `청력 보호: ${decibels} dB 억제`,
			unlock: "소리 켜기",
			mediaLost: "음성과 영상이 중단되었습니다. 다시 연결하고 있습니다…",
		},
		outgoing: {
			title: (language) => `송신: ${language}`,
			turnOn: "마이크 켜기",
			turnOnNote: "브라우저가 사용 허가를 요청합니다. 송출을 시작하기 전에는 아무도 듣지 못합니다.",
			cough: "기침",
			coughHeld: "무음",
			coughNote: "누르고 있는 동안 아무도 듣지 못합니다",
			mute: "음소거",
			unmute: "음소거 해제",
			slow: "천천히 말해 달라고 요청",
			slowAsked: "천천히 말해 달라고 요청함",
			slowNote: "발언자와 의장에게 몇 초 동안 이름 없이 표시됩니다.",
			check: "내 음성 듣기",
			checkTaking: "지금 말씀하십시오…",
			checkPlaying: "이렇게 들립니다",
			checkNote: "3초를 녹음하여 본인에게만 들려 드립니다.",
			devices: "장치",
			processed: "브라우저의 음성 보정 사용",
			processedNote: "에코와 잡음을 없애고 음량을 고르게 합니다. 좋은 헤드셋이 있으면 끄는 것이 좋습니다.",
			turnOff: "마이크 끄기",
		},
	},
	ru: {
		incoming: {
			title: "Входящий звук",
			original: "Оригинал",
			nobody: "никого в эфире",
			liveNow: "в эфире",
			hears: {
				original: "Вы слышите оригинал.",
				booth: (language) => `Вы слышите кабину: ${language}.`,
				passing: (language) => `Вы слышите оригинал. Язык выступления: ${language}.`,
				empty: (language) => `В кабине (${language}) никого нет в эфире. Вы слышите оригинал.`,
				lost: (language) => `Звук кабины (${language}) пропал. Вы слышите оригинал.`,
				silent: (language) => `Кабина (${language}) молчит. Вы слышите оригинал.`,
			},
			pivotTold: "Пока вы в эфире, председатель видит, с какой кабины вы переводите.",
			preselect: "Выбор заранее по языку выступающего",
			preselectNote: "Хранится в этом браузере. Выбор вручную действует, пока язык выступающего не сменится.",
			whenFloor: (language) => `Если язык выступления – ${language}`,
			notMine: (language) =>
				`Язык выступления (${language}) не из тех, с которых вы переводите. Можно выбрать кабину-посредника.`,
			volume: "Громкость",
			bass: "Низкие частоты",
			treble: "Высокие частоты",
			decibels: (n) => `${n}\u00a0дБ`,
			flat: "Вернуть 0 дБ",
			level: "Уровень входящего звука",
			limited: (decibels) => `Защита слуха: сдержано ${decibels} дБ`,
			unlock: "Включить звук",
			mediaLost: "Звук и изображение прерваны. Соединяемся снова…",
		},
		outgoing: {
			title: (language) => `Исходящий звук: ${language}`,
			turnOn: "Включить микрофон",
			turnOnNote: "Браузер попросит вашего разрешения. Пока вы не вышли в эфир, вас никто не слышит.",
			cough: "Кашель",
			coughHeld: "Тишина",
			coughNote: "Держите: вас никто не слышит",
			mute: "Выключить звук",
			unmute: "Включить звук",
			slow: "Попросить говорить медленнее",
			slowAsked: "Просьба передана",
			slowNote: "Выступающий и председатель видят её несколько секунд, без вашего имени.",
			check: "Услышать себя",
			checkTaking: "Говорите…",
			checkPlaying: "Так вы звучите",
			checkNote: "Записывает три секунды и воспроизводит их только вам.",
			devices: "Устройства",
			processed: "Обработка звука браузером",
			processedNote: "Убирает эхо и шум и выравнивает голос. С хорошей гарнитурой лучше выключить.",
			turnOff: "Выключить микрофон",
		},
	},
};
