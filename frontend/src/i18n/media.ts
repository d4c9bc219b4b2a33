import type { CanPlay } from "@/media/can-play";
import type { Level, Saving } from "@/media/player/level";
import type { FailureCode } from "@/media/publisher/failure";
import type { UplinkState } from "@/media/publisher/uplink";
import type { Source } from "@/media/source";
import type { Language } from "./language";

/** What is said about devices, and about what of them goes out. */
export interface MediaStrings {
	panel: string;
	use: Record<Source, string>;
	drop: Record<Source, string>;
	mute: string;
	unmute: string;
	/** What becomes of the microphone's sound. */
	sound: { off: string; muted: string; closed: string; open: string; lost: string };
	/** As `sound.closed`, said to the chair, who opens it. */
	closedByYou: string;
	/** What opens the choice of devices. */
	devices: string;
	which: { microphone: string; camera: string; loudspeaker: string };
	/** The loudspeaker that the system has chosen, whichever it is. */
	systemLoudspeaker: string;
	/** The nth device, where the browser does not name it. */
	nth: Record<"microphone" | "camera" | "loudspeaker", (n: number) => string>;
	level: string;
	selfView: Record<"camera" | "screen", string>;
	noSelfView: string;
	/** Said to a speaker whose connection does not bear the whole picture. */
	uplink: Record<Exclude<UplinkState, "good">, string>;
	/** Why less of the pictures is shown. */
	pictures: { weak: Record<Exclude<Level, "full">, string>; chosen: Record<Exclude<Level, "full">, string> };
	saving: { label: string } & Record<Saving, string>;
	failure: Record<FailureCode, Record<Source, string>>;
	cannotPlay: Record<Extract<CanPlay, { ok: false }>["missing"], string>;
}

export const media: Record<Language, MediaStrings> = {
	en: {
		panel: "Your microphone, camera and screen",
		use: { microphone: "Turn on microphone", camera: "Turn on camera", screen: "Share screen" },
		drop: { microphone: "Turn off microphone", camera: "Turn off camera", screen: "Stop sharing" },
		mute: "Mute",
		unmute: "Unmute",
		sound: {
			off: "Your microphone is off. Nobody can hear you.",
			muted: "You have muted yourself. Nobody hears you.",
			closed: "The chair has not opened your microphone. Nobody hears you yet.",
			open: "Your microphone is open. Everybody hears you.",
			lost: "The connection is interrupted. It is not certain that anybody hears you.",
		},
		closedByYou: "Your microphone is closed. Nobody hears you until you take the floor or open it.",
		devices: "Choose devices",
		which: { microphone: "Which microphone", camera: "Which camera", loudspeaker: "Which loudspeaker" },
		systemLoudspeaker: "As the system has it",
		nth: {
			microphone: (n) => `Microphone ${n}`,
			camera: (n) => `Camera ${n}`,
			loudspeaker: (n) => `Loudspeaker ${n}`,
		},
		level: "Your voice",
		selfView: { camera: "Your camera", screen: "Your screen" },
		noSelfView: "Your camera is off",
		uplink: {
			reduced: "Your connection is weak: your picture is reduced. Your voice goes first.",
			paused: "Your connection is too weak for your picture, which is not sent for now. Your voice still is.",
		},
		pictures: {
			weak: {
				small: "Smaller picture: the connection is weak",
				stills: "Still pictures: the connection is weak",
				sound: "Sound only: the connection is weak",
			},
			chosen: {
				small: "Smaller picture, as you chose",
				stills: "Still pictures, to save data",
				sound: "Sound only, as you chose",
			},
		},
		saving: {
			label: "Save data",
			automatic: "Automatic",
			small: "Smaller picture",
			sound: "Sound only",
		},
		failure: {
			denied: {
				microphone:
					"The browser does not let this page use your microphone. Allow it in the address bar, then try again.",
				camera:
					"The browser does not let this page use your camera. Allow it in the address bar, then try again.",
				screen: "The browser does not let this page share your screen.",
			},
			not_found: {
				microphone: "No microphone was found. Plug one in, then try again.",
				camera: "No camera was found. Plug one in, then try again.",
				screen: "There was no screen to share.",
			},
			busy: {
				microphone: "The microphone is in use by another program. Close that program, then try again.",
				camera: "The camera is in use by another program. Close that program, then try again.",
				screen: "The screen could not be captured. Try again, or share a single window.",
			},
			unsupported: {
				microphone: "This browser cannot send sound. Use a current Chrome, Edge or Firefox.",
				camera: "This browser cannot send a picture. Use a current Chrome, Edge or Firefox.",
				screen: "This browser cannot share the screen. Use a current Chrome, Edge or Firefox on a computer.",
			},
			ended: {
				microphone: "Your microphone was unplugged or taken away. Choose it again, or another one.",
				camera: "Your camera was unplugged or taken away. Choose it again, or another one.",
				screen: "Your screen is not shared any more.",
			},
		},
		cannotPlay: {
			secure_context:
				"Sound and picture need a secure connection. Open your personal link again, beginning with https.",
			webcodecs:
				"This browser cannot decode the meeting's sound and picture. Open your personal link in a current Chrome, Edge or Firefox.",
			worklet:
				"This browser cannot play the meeting's sound. Open your personal link in a current Chrome, Edge or Firefox.",
		},
	},
	kk: {
		panel: "Сіздің микрофоныңыз, камераңыз және экраныңыз",
		use: { microphone: "Микрофонды қосу", camera: "Камераны қосу", screen: "Экранды көрсету" },
		drop: { microphone: "Микрофонды өшіру", camera: "Камераны өшіру", screen: "Көрсетуді тоқтату" },
		mute: "Дыбысты өшіру",
		unmute: "Дыбысты қосу",
		sound: {
			off: "Микрофоныңыз өшірулі. Сізді ешкім естімейді.",
			muted: "Сіз өз дыбысыңызды өшірдіңіз. Сізді ешкім естімейді.",
			closed: "Төраға микрофоныңызды әлі қосқан жоқ. Сізді әзірге ешкім естімейді.",
			open: "Микрофоныңыз қосулы. Сізді баршасы естиді.",
			lost: "Байланыс үзілді. Сізді естіп тұрғаны белгісіз.",
		},
		closedByYou: "Микрофоныңыз өшірулі. Сөз алғанша немесе оны қосқанша сізді ешкім естімейді.",
		devices: "Құрылғыларды таңдау",
		which: { microphone: "Қай микрофон", camera: "Қай камера", loudspeaker: "Қай дыбыс құрылғысы" },
		systemLoudspeaker: "Жүйеде таңдалғаны",
		nth: {
			microphone: (n) => `${n}-микрофон`,
			camera: (n) => `${n}-камера`,
			loudspeaker: (n) => `${n}-дыбыс құрылғысы`,
		},
		level: "Сіздің дауысыңыз",
		selfView: { camera: "Сіздің камераңыз", screen: "Сіздің экраныңыз" },
		noSelfView: "Камераңыз өшірулі",
		uplink: {
			reduced: "Байланысыңыз әлсіз: бейнеңіз кішірейтілді. Алдымен дауысыңыз жіберіледі.",
			paused:
				"Байланысыңыз бейнеңіз үшін тым әлсіз, сондықтан ол әзірге жіберілмейді. Дауысыңыз жіберіле береді.",
		},
		pictures: {
			weak: {
				small: "Кішірек бейне: байланыс әлсіз",
				stills: "Қозғалмайтын бейне: байланыс әлсіз",
				sound: "Тек дыбыс: байланыс әлсіз",
			},
			chosen: {
				small: "Кішірек бейне: өзіңіз таңдадыңыз",
				stills: "Қозғалмайтын бейне: деректерді үнемдеу үшін",
				sound: "Тек дыбыс: өзіңіз таңдадыңыз",
			},
		},
		saving: {
			label: "Деректерді үнемдеу",
			automatic: "Авто",
			small: "Кішірек бейне",
			sound: "Тек дыбыс",
		},
		failure: {
			denied: {
				microphone:
					"Браузер бұл бетке микрофонды пайдалануға рұқсат бермейді. Мекенжай жолағында рұқсат беріп, қайталап көріңіз.",
				camera:
					"Браузер бұл бетке камераны пайдалануға рұқсат бермейді. Мекенжай жолағында рұқсат беріп, қайталап көріңіз.",
				screen: "Браузер бұл бетке экранды көрсетуге рұқсат бермейді.",
			},
			not_found: {
				microphone: "Микрофон табылмады. Оны жалғап, қайталап көріңіз.",
				camera: "Камера табылмады. Оны жалғап, қайталап көріңіз.",
				screen: "Көрсететін экран табылмады.",
			},
			busy: {
				microphone: "Микрофонды басқа бағдарлама пайдаланып тұр. Ол бағдарламаны жауып, қайталап көріңіз.",
				camera: "Камераны басқа бағдарлама пайдаланып тұр. Ол бағдарламаны жауып, қайталап көріңіз.",
				screen: "Экранды түсіру мүмкін болмады. Қайталап көріңіз немесе жеке терезені көрсетіңіз.",
			},
			unsupported: {
				microphone:
					"Бұл браузер дыбыс жібере алмайды. Chrome, Edge немесе Firefox браузерінің соңғы нұсқасын пайдаланыңыз.",
				camera:
					"Бұл браузер бейне жібере алмайды. Chrome, Edge немесе Firefox браузерінің соңғы нұсқасын пайдаланыңыз.",
				screen:
					"Бұл браузер экранды көрсете алмайды. Компьютерде Chrome, Edge немесе Firefox браузерінің соңғы нұсқасын пайдаланыңыз.",
			},
			ended: {
				microphone:
					"Микрофоныңыз ажыратылды немесе қолжетімсіз болды. Оны қайтадан таңдаңыз немесе басқасын таңдаңыз.",
				camera:
					"Камераңыз ажыратылды немесе қолжетімсіз болды. Оны қайтадан таңдаңыз немесе басқасын таңдаңыз.",
				screen: "Экраныңыз енді көрсетілмейді.",
			},
		},
		cannotPlay: {
			secure_context:
				"Дыбыс пен бейне үшін қорғалған байланыс қажет. Жеке сілтемеңізді https арқылы қайта ашыңыз.",
			webcodecs:
				"Бұл браузер отырыстың дыбысы мен бейнесін ойната алмайды. Жеке сілтемеңізді Chrome, Edge немесе Firefox браузерінің соңғы нұсқасында ашыңыз.",
			worklet:
				"Бұл браузер отырыстың дыбысын ойната алмайды. Жеке сілтемеңізді Chrome, Edge немесе Firefox браузерінің соңғы нұсқасында ашыңыз.",
		},
	},
	ko: {
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
				microphone:
					"다른 프로그램이 마이크를 사용하고 있습니다. 그 프로그램을 종료한 뒤 다시 시도해 주십시오.",
				camera: "다른 프로그램이 카메라를 사용하고 있습니다. 그 프로그램을 종료한 뒤 다시 시도해 주십시오.",
				screen: "화면을 가져올 수 없습니다. 다시 시도하거나 창 하나만 공유해 주십시오.",
			},
			unsupported: {
				microphone:
					"이 브라우저는 음성을 보낼 수 없습니다. 최신 Chrome, Edge 또는 Firefox를 사용해 주십시오.",
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
	},
	ru: {
		panel: "Ваши микрофон, камера и экран",
		use: { microphone: "Включить микрофон", camera: "Включить камеру", screen: "Показать экран" },
		drop: { microphone: "Выключить микрофон", camera: "Выключить камеру", screen: "Прекратить показ" },
		mute: "Выключить звук",
		unmute: "Включить звук",
		sound: {
			off: "Ваш микрофон выключен. Вас никто не слышит.",
			muted: "Вы сами выключили звук. Вас никто не слышит.",
			closed: "Председатель ещё не включил ваш микрофон. Вас пока никто не слышит.",
			open: "Ваш микрофон включён. Вас слышат все.",
			lost: "Связь прервана. Неизвестно, слышат ли вас.",
		},
		closedByYou: "Ваш микрофон выключен. Вас не слышат, пока вы не возьмёте слово или не включите его.",
		devices: "Выбор устройств",
		which: { microphone: "Какой микрофон", camera: "Какая камера", loudspeaker: "Куда выводить звук" },
		systemLoudspeaker: "Как выбрано в системе",
		nth: {
			microphone: (n) => `Микрофон ${n}`,
			camera: (n) => `Камера ${n}`,
			loudspeaker: (n) => `Устройство вывода ${n}`,
		},
		level: "Ваш голос",
		selfView: { camera: "Ваша камера", screen: "Ваш экран" },
		noSelfView: "Ваша камера выключена",
		uplink: {
			reduced: "Связь слабая: ваше изображение уменьшено. Голос передаётся в первую очередь.",
			paused:
				"Связь слишком слаба для изображения, поэтому оно пока не передаётся. Голос передаётся по-прежнему.",
		},
		pictures: {
			weak: {
				small: "Уменьшенное изображение: слабая связь",
				stills: "Неподвижные кадры: слабая связь",
				sound: "Только звук: слабая связь",
			},
			chosen: {
				small: "Уменьшенное изображение — по вашему выбору",
				stills: "Неподвижные кадры: для экономии трафика",
				sound: "Только звук — по вашему выбору",
			},
		},
		saving: {
			label: "Экономия трафика",
			automatic: "Авто",
			small: "Уменьшенное изображение",
			sound: "Только звук",
		},
		failure: {
			denied: {
				microphone:
					"Браузер не разрешает этой странице использовать микрофон. Разрешите его в адресной строке и попробуйте снова.",
				camera:
					"Браузер не разрешает этой странице использовать камеру. Разрешите её в адресной строке и попробуйте снова.",
				screen: "Браузер не разрешает этой странице показывать экран.",
			},
			not_found: {
				microphone: "Микрофон не найден. Подключите его и попробуйте снова.",
				camera: "Камера не найдена. Подключите её и попробуйте снова.",
				screen: "Экран для показа не найден.",
			},
			busy: {
				microphone: "Микрофон занят другой программой. Закройте её и попробуйте снова.",
				camera: "Камера занята другой программой. Закройте её и попробуйте снова.",
				screen: "Не удалось захватить экран. Попробуйте снова или покажите одно окно.",
			},
			unsupported: {
				microphone:
					"Этот браузер не может передавать звук. Используйте последнюю версию Chrome, Edge или Firefox.",
				camera:
					"Этот браузер не может передавать изображение. Используйте последнюю версию Chrome, Edge или Firefox.",
				screen:
					"Этот браузер не может показывать экран. Используйте последнюю версию Chrome, Edge или Firefox на компьютере.",
			},
			ended: {
				microphone: "Ваш микрофон отключён или стал недоступен. Выберите его снова или выберите другой.",
				camera: "Ваша камера отключена или стала недоступна. Выберите её снова или выберите другую.",
				screen: "Показ вашего экрана прекращён.",
			},
		},
		cannotPlay: {
			secure_context:
				"Для звука и изображения нужно защищённое соединение. Откройте вашу персональную ссылку снова, начиная с https.",
			webcodecs:
				"Этот браузер не может воспроизводить звук и изображение заседания. Откройте вашу персональную ссылку в последней версии Chrome, Edge или Firefox.",
			worklet:
				"Этот браузер не может воспроизводить звук заседания. Откройте вашу персональную ссылку в последней версии Chrome, Edge или Firefox.",
		},
	},
};
