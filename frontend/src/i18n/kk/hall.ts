import { plural } from "../plural";
import type { HallStrings } from "../strings/hall";

export default {
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
} satisfies HallStrings;
