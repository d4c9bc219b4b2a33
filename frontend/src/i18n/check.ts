import type { CheckSteps, CheckVerdict } from "@/wire/protocol";
import type { Language } from "./language";
import { digits, plural } from "./plural";

type Step = keyof CheckSteps;

/** The strings of the page "Can I take part?". */
export interface CheckStrings {
	title: string;
	lead: string;
	/** Who gets the result. */
	told: string;
	as: (name: string) => string;
	name: string;
	nameNote: string;
	begin: string;
	again: string;
	back: string;
	steps: Record<Step, string>;
	states: {
		waiting: string;
		running: string;
		asking: string;
		passed: string;
		failed: string;
		skipped: string;
	};
	tone: { question: string; yes: string; no: string; again: string };
	microphone: { question: string; note: string; yes: string; no: string; speak: string; nothing: string };
	camera: {
		question: string;
		note: string;
		yes: string;
		no: string;
		look: string;
		seen: string;
		unseen: string;
	};
	returning: string;
	took: (ms: number) => string;
	delay: (ms: number) => string;
	/** The share of the sound that was lost, from 0 to 1. */
	loss: (share: number) => string;
	rate: (perSecond: number) => string;
	/** What to do about what failed, beside what is said of devices and browsers elsewhere. */
	mend: {
		busy: string;
		unreached: string;
		udp: string;
		tcp: string;
		neither: string;
		loudspeaker: string;
		quiet: string;
		dark: string;
		sound: string;
		picture: string;
	};
	verdict: Record<CheckVerdict, string>;
	next: Record<CheckVerdict, string>;
	sending: string;
	sent: string;
	unsent: string;
	gone: string;
}

function percent(language: Language, share: number): string {
	return digits(language).format(Math.round(share * 1000) / 10);
}

export const check: Record<Language, CheckStrings> = {
	en: {
		title: "Can I take part?",
		lead: "This takes about a minute. It tries your browser, your network, your sound, your microphone and your camera, in the way in which the meeting will use them.",
		told: "The organiser sees the result: what works and what does not, and which browser you use. Sound and picture are sent to the server and back to you, to nobody else, and are not kept.",
		as: (name) => `You are checking as ${name}.`,
		name: "Your name (optional)",
		nameNote: "So that the organiser knows whose result it is.",
		begin: "Begin the check",
		again: "Check again",
		back: "Back",
		steps: {
			secure: "Secure connection",
			browser: "Browser",
			server: "Connection to the server",
			udp: "Way for sound and picture (UDP)",
			tcp: "Second way, for networks that block the first (TCP)",
			loudspeaker: "Loudspeaker or headphones",
			microphone: "Microphone",
			camera: "Camera",
			sound: "Sound to the server and back",
			picture: "Picture to the server and back",
		},
		states: {
			waiting: "Not yet",
			running: "Checking…",
			asking: "Your answer, please",
			passed: "Works",
			failed: "Does not work",
			skipped: "Left out",
		},
		tone: {
			question: "Two notes were played. Did you hear them?",
			yes: "Yes, I heard them",
			no: "No",
			again: "Play them again",
		},
		microphone: {
			question: "May the microphone be tried?",
			note: "Your browser will ask for permission. Please allow it.",
			yes: "Try the microphone",
			no: "I will only listen",
			speak: "Please say a few words: the bar has to move.",
			nothing: "The bar does not move",
		},
		camera: {
			question: "May the camera be tried?",
			note: "Your browser will ask for permission. Please allow it.",
			yes: "Try the camera",
			no: "Go without a camera",
			look: "Do you see yourself?",
			seen: "Yes, I see myself",
			unseen: "No",
		},
		returning: "This is your picture as it comes back from the server.",
		took: (ms) => `${ms}\u00a0ms`,
		delay: (ms) => `Delay there and back: ${ms}\u00a0ms`,
		loss: (share) => (share < 0.0005 ? "Nothing was lost" : `${percent("en", share)}% was lost`),
		rate: plural("en", { one: "# picture a second", other: "# pictures a second" }),
		mend: {
			busy: "So many people are checking at the moment that there is no room for one more. Please try again in a minute.",
			unreached:
				"The page came, but the connection that the meeting needs did not. A firewall or proxy may be blocking WebSocket connections. Try another network, for example your telephone's, or ask your administrator to allow them for this address.",
			udp: "Your network blocks UDP. The meeting will use the second way by itself; you need not do anything. Sound and picture may come a little later.",
			tcp: "The second way is blocked. As long as the first one works, you need not do anything.",
			neither:
				"Your network lets neither way through. Try another network, for example your telephone's, or ask your administrator to allow this address.",
			loudspeaker:
				"Turn up the volume of your computer, see that the right loudspeaker or headphones are chosen in its settings, and check again.",
			quiet:
				"No sound came from your microphone. See that it is not muted and that the right one is chosen, and check again.",
			dark: "See that the camera is not covered and that the right one is chosen, and check again.",
			sound:
				"No sound came back from the server. Try another network, for example your telephone's, or another browser.",
			picture: "No picture came back from the server. Try another network or another browser.",
		},
		verdict: {
			ready: "You can take part: you will see and hear, and can be seen and heard.",
			unseen: "You can take part: you will see and hear, and can be heard. You have no camera.",
			listening: "You can follow the meeting: you will see and hear. You cannot speak.",
			weak: "You can take part, but your connection is weak: the picture will be reduced.",
			silent: "The meeting will reach you, but you did not hear the sound.",
			cannot: "You cannot take part like this yet.",
		},
		next: {
			ready: "On the day, use this computer, this browser and this network.",
			unseen: "On the day, use this computer, this browser and this network.",
			listening: "If you want to speak, see to the microphone and check again.",
			weak: "If you can, use a cable or go nearer to the Wi-Fi, end what else uses the network, and check again.",
			silent: "See to the loudspeaker or the headphones, and check again.",
			cannot: "The step that did not work says what to do. If that does not help, tell the organiser.",
		},
		sending: "The result is being sent to the organiser…",
		sent: "The organiser has received the result.",
		unsent: "The result could not be sent. Please tell the organiser yourself.",
		gone: "This meeting cannot be found. Please check the link, or ask the organiser.",
	},
	kk: {
		title: "Мен қатыса аламын ба?",
		lead: "Бұл бір минуттай уақыт алады. Браузеріңіз, желіңіз, дыбысыңыз, микрофоныңыз бен камераңыз отырыста пайдаланылатындай тәртіппен тексеріледі.",
		told: "Нәтижені ұйымдастырушы көреді: не істейді, не істемейді және қай браузерді пайдаланасыз. Дыбыс пен бейне серверге барып, тек өзіңізге қайтады, басқа ешкімге жіберілмейді және сақталмайды.",
		as: (name) => `Тексеруден өтуші: ${name}.`,
		name: "Аты-жөніңіз (міндетті емес)",
		nameNote: "Ұйымдастырушы нәтиженің кімдікі екенін білуі үшін.",
		begin: "Тексеруді бастау",
		again: "Қайта тексеру",
		back: "Артқа",
		steps: {
			secure: "Қорғалған байланыс",
			browser: "Браузер",
			server: "Сервермен байланыс",
			udp: "Дыбыс пен бейненің жолы (UDP)",
			tcp: "Бірінші жолды бөгейтін желілерге арналған екінші жол (TCP)",
			loudspeaker: "Динамик немесе құлаққап",
			microphone: "Микрофон",
			camera: "Камера",
			sound: "Дыбыс серверге барып қайтады",
			picture: "Бейне серверге барып қайтады",
		},
		states: {
			waiting: "Әлі тексерілген жоқ",
			running: "Тексерілуде…",
			asking: "Жауабыңызды күтеміз",
			passed: "Істейді",
			failed: "Істемейді",
			skipped: "Өткізіліп жіберілді",
		},
		tone: {
			question: "Екі тон ойнатылды. Оларды естідіңіз бе?",
			yes: "Иә, естідім",
			no: "Жоқ",
			again: "Қайта ойнату",
		},
		microphone: {
			question: "Микрофонды тексеруге бола ма?",
			note: "Браузер рұқсат сұрайды. Рұқсат беруіңізді өтінеміз.",
			yes: "Микрофонды тексеру",
			no: "Мен тек тыңдаймын",
			speak: "Бірнеше сөз айтыңыз: жолақ қозғалуы керек.",
			nothing: "Жолақ қозғалмайды",
		},
		camera: {
			question: "Камераны тексеруге бола ма?",
			note: "Браузер рұқсат сұрайды. Рұқсат беруіңізді өтінеміз.",
			yes: "Камераны тексеру",
			no: "Камерасыз жалғастыру",
			look: "Өзіңізді көріп тұрсыз ба?",
			seen: "Иә, көріп тұрмын",
			unseen: "Жоқ",
		},
		returning: "Бұл — серверден қайтып келген бейнеңіз.",
		took: (ms) => `${ms}\u00a0мс`,
		delay: (ms) => `Барып-қайту кідірісі: ${ms}\u00a0мс`,
		loss: (share) => (share < 0.0005 ? "Ештеңе жоғалған жоқ" : `${percent("kk", share)} % жоғалды`),
		rate: plural("kk", { other: "секундына # кадр" }),
		mend: {
			busy: "Қазір тексеруден өтіп жатқандар тым көп, бос орын жоқ. Бір минуттан кейін қайталап көріңіз.",
			unreached:
				"Бет ашылды, бірақ отырысқа қажет байланыс орнамады. Желіаралық қалқан немесе прокси WebSocket байланысын бөгеп тұруы мүмкін. Басқа желіні, мысалы телефоныңыздікін, пайдаланып көріңіз немесе әкімшіңізден осы мекенжайға рұқсат беруді сұраңыз.",
			udp: "Желіңіз UDP байланысын бөгейді. Отырыс екінші жолды өзі пайдаланады, сізден ештеңе талап етілмейді. Дыбыс пен бейне сәл кешігуі мүмкін.",
			tcp: "Екінші жол бөгелген. Бірінші жол істеп тұрғанда сізден ештеңе талап етілмейді.",
			neither:
				"Желіңіз екі жолды да өткізбейді. Басқа желіні, мысалы телефоныңыздікін, пайдаланып көріңіз немесе әкімшіңізден осы мекенжайға рұқсат беруді сұраңыз.",
			loudspeaker:
				"Компьютердің дыбысын көтеріңіз, баптауларда дұрыс динамик немесе құлаққап таңдалғанын тексеріп, қайта байқап көріңіз.",
			quiet:
				"Микрофоннан дыбыс келмеді. Оның өшірілмегенін және дұрысы таңдалғанын тексеріп, қайта байқап көріңіз.",
			dark: "Камераның жабылмағанын және дұрысы таңдалғанын тексеріп, қайта байқап көріңіз.",
			sound:
				"Серверден дыбыс қайтпады. Басқа желіні, мысалы телефоныңыздікін, немесе басқа браузерді пайдаланып көріңіз.",
			picture: "Серверден бейне қайтпады. Басқа желіні немесе басқа браузерді пайдаланып көріңіз.",
		},
		verdict: {
			ready: "Сіз қатыса аласыз: көресіз әрі естисіз, сізді де көреді әрі естиді.",
			unseen: "Сіз қатыса аласыз: көресіз әрі естисіз, сізді де естиді. Камераңыз жоқ.",
			listening: "Сіз отырысты бақылай аласыз: көресіз әрі естисіз. Сөйлей алмайсыз.",
			weak: "Сіз қатыса аласыз, бірақ байланысыңыз нашар: бейне сапасы төмендетіледі.",
			silent: "Отырыс сізге жетеді, бірақ сіз дыбысты естімедіңіз.",
			cannot: "Бұл күйде әзірге қатыса алмайсыз.",
		},
		next: {
			ready: "Отырыс күні осы компьютерді, осы браузерді және осы желіні пайдаланыңыз.",
			unseen: "Отырыс күні осы компьютерді, осы браузерді және осы желіні пайдаланыңыз.",
			listening: "Сөйлегіңіз келсе, микрофонды реттеп, қайта тексеріңіз.",
			weak: "Мүмкін болса, кабельді пайдаланыңыз немесе Wi-Fi-ға жақындаңыз, желіні пайдаланатын басқа бағдарламаларды жауып, қайта тексеріңіз.",
			silent: "Динамикті немесе құлаққапты реттеп, қайта тексеріңіз.",
			cannot:
				"Не істеу керегі істемеген қадамның жанында жазылған. Бұл көмектеспесе, ұйымдастырушыға хабарласыңыз.",
		},
		sending: "Нәтиже ұйымдастырушыға жіберілуде…",
		sent: "Ұйымдастырушы нәтижені алды.",
		unsent: "Нәтижені жіберу мүмкін болмады. Ұйымдастырушыға өзіңіз хабарлаңыз.",
		gone: "Бұл отырыс табылмады. Сілтемені тексеріңіз немесе ұйымдастырушыға хабарласыңыз.",
	},
	ko: {
		title: "참가 환경 점검",
		lead: "약 1분이 걸립니다. 브라우저, 네트워크, 음성, 마이크, 카메라를 실제 회의와 같은 방식으로 점검합니다.",
		told: "주최 측은 무엇이 작동하고 작동하지 않는지, 그리고 어떤 브라우저를 사용하시는지를 보게 됩니다. 음성과 영상은 서버를 거쳐 본인에게만 돌아오며, 다른 사람에게 전달되거나 저장되지 않습니다.",
		as: (name) => `점검하시는 분: ${name}`,
		name: "성함(선택 사항)",
		nameNote: "주최 측이 누구의 결과인지 알 수 있도록 하기 위한 것입니다.",
		begin: "점검 시작",
		again: "다시 점검",
		back: "돌아가기",
		steps: {
			secure: "보안 연결",
			browser: "브라우저",
			server: "서버 연결",
			udp: "음성과 영상의 경로(UDP)",
			tcp: "첫 번째 경로를 차단하는 네트워크를 위한 두 번째 경로(TCP)",
			loudspeaker: "스피커 또는 헤드폰",
			microphone: "마이크",
			camera: "카메라",
			sound: "음성의 서버 왕복",
			picture: "영상의 서버 왕복",
		},
		states: {
			waiting: "점검 전",
			running: "점검 중…",
			asking: "답변을 기다립니다",
			passed: "정상",
			failed: "작동하지 않음",
			skipped: "생략",
		},
		tone: {
			question: "두 음이 재생되었습니다. 들으셨습니까?",
			yes: "예, 들었습니다",
			no: "아니요",
			again: "다시 재생",
		},
		microphone: {
			question: "마이크를 점검하시겠습니까?",
			note: "브라우저가 허용 여부를 묻습니다. 허용해 주십시오.",
			yes: "마이크 점검",
			no: "듣기만 하겠습니다",
			speak: "몇 마디 말씀해 주십시오. 막대가 움직여야 합니다.",
			nothing: "막대가 움직이지 않습니다",
		},
		camera: {
			question: "카메라를 점검하시겠습니까?",
			note: "브라우저가 허용 여부를 묻습니다. 허용해 주십시오.",
			yes: "카메라 점검",
			no: "카메라 없이 진행",
			look: "본인의 모습이 보이십니까?",
			seen: "예, 보입니다",
			unseen: "아니요",
		},
		returning: "서버에서 돌아온 본인의 영상입니다.",
		took: (ms) => `${ms}ms`,
		delay: (ms) => `왕복 지연: ${ms}ms`,
		loss: (share) => (share < 0.0005 ? "손실 없음" : `${percent("ko", share)}% 손실`),
		rate: plural("ko", { other: "초당 #장" }),
		mend: {
			busy: "지금 점검 중인 분이 많아 자리가 없습니다. 1분 후에 다시 시도해 주십시오.",
			unreached:
				"페이지는 열렸으나 회의에 필요한 연결이 이루어지지 않았습니다. 방화벽이나 프록시가 WebSocket 연결을 차단하고 있을 수 있습니다. 휴대전화 등 다른 네트워크를 사용하시거나, 관리자에게 이 주소의 허용을 요청해 주십시오.",
			udp: "사용 중인 네트워크가 UDP를 차단합니다. 회의는 자동으로 두 번째 경로를 사용하므로 조치하실 것이 없습니다. 음성과 영상이 조금 늦게 도착할 수 있습니다.",
			tcp: "두 번째 경로가 차단되어 있습니다. 첫 번째 경로가 작동하면 조치하실 것이 없습니다.",
			neither:
				"사용 중인 네트워크가 두 경로를 모두 차단합니다. 휴대전화 등 다른 네트워크를 사용하시거나, 관리자에게 이 주소의 허용을 요청해 주십시오.",
			loudspeaker:
				"컴퓨터의 음량을 높이고, 설정에서 올바른 스피커나 헤드폰이 선택되어 있는지 확인한 뒤 다시 점검해 주십시오.",
			quiet:
				"마이크에서 소리가 들어오지 않았습니다. 음소거되어 있지 않은지, 올바른 마이크가 선택되어 있는지 확인한 뒤 다시 점검해 주십시오.",
			dark: "카메라가 가려져 있지 않은지, 올바른 카메라가 선택되어 있는지 확인한 뒤 다시 점검해 주십시오.",
			sound:
				"서버에서 음성이 돌아오지 않았습니다. 휴대전화 등 다른 네트워크나 다른 브라우저를 사용해 주십시오.",
			picture: "서버에서 영상이 돌아오지 않았습니다. 다른 네트워크나 다른 브라우저를 사용해 주십시오.",
		},
		verdict: {
			ready: "참가하실 수 있습니다. 보고 들으실 수 있으며, 모습과 음성도 전달됩니다.",
			unseen: "참가하실 수 있습니다. 보고 들으실 수 있으며, 음성도 전달됩니다. 카메라는 없습니다.",
			listening: "회의를 보고 들으실 수 있습니다. 발언은 하실 수 없습니다.",
			weak: "참가하실 수 있으나 연결이 약하여 영상 품질이 낮아집니다.",
			silent: "회의는 전달되지만 소리를 듣지 못하셨습니다.",
			cannot: "현재 상태로는 아직 참가하실 수 없습니다.",
		},
		next: {
			ready: "회의 당일에 이 컴퓨터와 브라우저, 이 네트워크를 사용해 주십시오.",
			unseen: "회의 당일에 이 컴퓨터와 브라우저, 이 네트워크를 사용해 주십시오.",
			listening: "발언을 원하시면 마이크를 조정한 뒤 다시 점검해 주십시오.",
			weak: "가능하면 유선으로 연결하거나 Wi-Fi에 더 가까이 가시고, 네트워크를 쓰는 다른 프로그램을 종료한 뒤 다시 점검해 주십시오.",
			silent: "스피커나 헤드폰을 조정한 뒤 다시 점검해 주십시오.",
			cannot: "작동하지 않은 항목에 조치 방법이 안내되어 있습니다. 해결되지 않으면 주최 측에 알려 주십시오.",
		},
		sending: "결과를 주최 측에 보내는 중…",
		sent: "주최 측이 결과를 받았습니다.",
		unsent: "결과를 보내지 못했습니다. 주최 측에 직접 알려 주십시오.",
		gone: "이 회의를 찾을 수 없습니다. 링크를 확인하거나 주최 측에 문의해 주십시오.",
	},
	ru: {
		title: "Могу ли я участвовать?",
		lead: "Это займёт около минуты. Браузер, сеть, звук, микрофон и камера проверяются так, как они будут использоваться на заседании.",
		told: "Результат увидит организатор: что работает, что нет и каким браузером вы пользуетесь. Звук и изображение идут на сервер и возвращаются только вам; больше никому они не передаются и не сохраняются.",
		as: (name) => `Проверку проходит: ${name}.`,
		name: "Ваше имя (необязательно)",
		nameNote: "Чтобы организатор знал, чей это результат.",
		begin: "Начать проверку",
		again: "Проверить ещё раз",
		back: "Назад",
		steps: {
			secure: "Защищённое соединение",
			browser: "Браузер",
			server: "Соединение с сервером",
			udp: "Путь для звука и изображения (UDP)",
			tcp: "Второй путь — для сетей, где первый закрыт (TCP)",
			loudspeaker: "Динамик или наушники",
			microphone: "Микрофон",
			camera: "Камера",
			sound: "Звук на сервер и обратно",
			picture: "Изображение на сервер и обратно",
		},
		states: {
			waiting: "Ещё не проверено",
			running: "Проверяется…",
			asking: "Ждём вашего ответа",
			passed: "Работает",
			failed: "Не работает",
			skipped: "Пропущено",
		},
		tone: {
			question: "Прозвучали два тона. Вы их слышали?",
			yes: "Да, их слышно",
			no: "Нет",
			again: "Проиграть ещё раз",
		},
		microphone: {
			question: "Проверить микрофон?",
			note: "Браузер спросит разрешения. Пожалуйста, дайте его.",
			yes: "Проверить микрофон",
			no: "Я буду только слушать",
			speak: "Скажите несколько слов: полоса должна двигаться.",
			nothing: "Полоса не движется",
		},
		camera: {
			question: "Проверить камеру?",
			note: "Браузер спросит разрешения. Пожалуйста, дайте его.",
			yes: "Проверить камеру",
			no: "Продолжить без камеры",
			look: "Вы видите себя?",
			seen: "Да, вижу",
			unseen: "Нет",
		},
		returning: "Это ваше изображение, вернувшееся с сервера.",
		took: (ms) => `${ms}\u00a0мс`,
		delay: (ms) => `Задержка туда и обратно: ${ms}\u00a0мс`,
		loss: (share) => (share < 0.0005 ? "Потерь нет" : `Потеряно ${percent("ru", share)} %`),
		rate: plural("ru", {
			one: "# кадр в секунду",
			few: "# кадра в секунду",
			many: "# кадров в секунду",
			other: "# кадра в секунду",
		}),
		mend: {
			busy: "Сейчас проверку проходят слишком многие, свободного места нет. Попробуйте ещё раз через минуту.",
			unreached:
				"Страница открылась, но соединение, нужное для заседания, не установлено. Возможно, межсетевой экран или прокси блокирует соединения WebSocket. Попробуйте другую сеть, например телефонную, или попросите администратора разрешить их для этого адреса.",
			udp: "Ваша сеть не пропускает UDP. На заседании сам собой будет использован второй путь, вам ничего делать не нужно. Звук и изображение могут приходить чуть позже.",
			tcp: "Второй путь закрыт. Пока работает первый, вам ничего делать не нужно.",
			neither:
				"Ваша сеть не пропускает ни один из путей. Попробуйте другую сеть, например телефонную, или попросите администратора разрешить этот адрес.",
			loudspeaker:
				"Прибавьте громкость компьютера, проверьте, что в настройках выбран нужный динамик или наушники, и пройдите проверку ещё раз.",
			quiet:
				"Из микрофона не поступил звук. Проверьте, что он не выключен и выбран нужный, и пройдите проверку ещё раз.",
			dark: "Проверьте, что камера не закрыта и выбрана нужная, и пройдите проверку ещё раз.",
			sound: "Звук с сервера не вернулся. Попробуйте другую сеть, например телефонную, или другой браузер.",
			picture: "Изображение с сервера не вернулось. Попробуйте другую сеть или другой браузер.",
		},
		verdict: {
			ready: "Вы можете участвовать: вы будете видеть и слышать, вас тоже увидят и услышат.",
			unseen: "Вы можете участвовать: вы будете видеть и слышать, вас услышат. Камеры у вас нет.",
			listening: "Вы можете следить за заседанием: вы будете видеть и слышать. Выступить вы не сможете.",
			weak: "Вы можете участвовать, но связь слабая: качество изображения будет снижено.",
			silent: "Заседание до вас дойдёт, но звука вы не услышали.",
			cannot: "В таком виде участвовать пока нельзя.",
		},
		next: {
			ready: "В день заседания пользуйтесь этим же компьютером, браузером и этой же сетью.",
			unseen: "В день заседания пользуйтесь этим же компьютером, браузером и этой же сетью.",
			listening: "Если вы хотите выступать, наладьте микрофон и пройдите проверку ещё раз.",
			weak: "По возможности подключитесь кабелем или подойдите ближе к Wi-Fi, закройте другие программы, занимающие сеть, и пройдите проверку ещё раз.",
			silent: "Наладьте динамик или наушники и пройдите проверку ещё раз.",
			cannot: "Что делать, написано у шага, который не сработал. Если это не поможет, сообщите организатору.",
		},
		sending: "Результат отправляется организатору…",
		sent: "Организатор получил результат.",
		unsent: "Результат отправить не удалось. Сообщите организатору сами.",
		gone: "Такое заседание не найдено. Проверьте ссылку или обратитесь к организатору.",
	},
};
