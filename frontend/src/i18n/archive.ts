import type { Language } from "./language";
import { plural } from "./plural";

/** The strings of the page of a meeting's record. */
export interface ArchiveStrings {
	record: string;
	loading: string;
	failed: string;
	notKept: string;
	making: string;
	makingNote: string;
	beingHeld: string;
	video: string;
	play: string;
	pause: string;
	position: string;
	of: (at: string, all: string) => string;
	volume: string;
	speed: string;
	times: (n: string) => string;
	fullScreen: string;
	language: string;
	original: string;
	captions: string;
	noCaptions: string;
	chapters: string;
	timeline: string;
	verbatim: string;
	noLines: string;
	readIn: string;
	asSaid: string;
	search: string;
	searchHelp: string;
	found: (n: number) => string;
	notFound: string;
	searchFailed: string;
	clear: string;
	follow: string;
	goTo: (name: string, time: string) => string;
	notInVideo: string;
	spoke: string;
	speaker: string;
	time: string;
	share: string;
	nobodySpoke: string;
	documents: string;
	verbatimAs: (format: string) => string;
	communique: string;
	videoFile: string;
	soundFile: (name: string) => string;
	captionsFile: (language: string) => string;
	readers: string;
	readersNote: string;
	readersOf: Record<"nobody" | "seats" | "public", string>;
	readersFailed: string;
	bag: string;
}

export const archive: Record<Language, ArchiveStrings> = {
	en: {
		record: "Record of the meeting",
		loading: "Loading the record…",
		failed: "The record could not be loaded.",
		notKept: "Nothing of sound and picture was recorded.",
		making: "The video is being made",
		makingNote: "What was said can be read below in the meantime.",
		beingHeld: "The meeting is still being held: the record grows.",
		video: "Video of the meeting",
		play: "Play",
		pause: "Pause",
		position: "Position in the video",
		of: (at, all) => `${at} of ${all}`,
		volume: "Volume",
		speed: "Speed",
		times: (n) => `${n}×`,
		fullScreen: "Full screen",
		language: "Sound",
		original: "Original",
		captions: "Captions",
		noCaptions: "None",
		chapters: "Chapters",
		timeline: "Who had the floor",
		verbatim: "Verbatim",
		noLines: "Nothing of what was said was written down. Captions write it down while a meeting is held.",
		readIn: "Read in",
		asSaid: "As it was said",
		search: "Search in the verbatim",
		searchHelp: "Words, or how they begin",
		found: plural("en", { one: "# line found", other: "# lines found" }),
		notFound: "Nothing was found. Try the beginning of the word.",
		searchFailed: "The search did not work. Please try again.",
		clear: "Show everything",
		follow: "Follow the sound",
		goTo: (name, time) => `${name}, ${time}`,
		notInVideo: "Not in the video",
		spoke: "Who spoke for how long",
		speaker: "Speaker",
		time: "Time",
		share: "Share",
		nobodySpoke: "Nobody had the floor.",
		documents: "Documents",
		verbatimAs: (format) => `Verbatim (${format})`,
		communique: "Communiqué",
		videoFile: "Video (MP4)",
		soundFile: (name) => `Sound: ${name} (M4A)`,
		captionsFile: (language) => `Captions: ${language} (WebVTT)`,
		readers: "Who may see this record",
		readersNote: "Once the meeting is closed. It can be changed at any time, and is written into the log.",
		readersOf: { nobody: "The organiser only", seats: "Everybody with a seat", public: "Everybody" },
		readersFailed: "This could not be changed. Please try again.",
		bag: "The signed archive is made at the server by this command:",
	},
	kk: {
		record: "Отырыс жазбасы",
		loading: "Жазба жүктелуде…",
		failed: "Жазбаны жүктеу мүмкін болмады.",
		notKept: "Дыбыс пен бейне жазылмаған.",
		making: "Бейнежазба дайындалуда",
		makingNote: "Әзірге айтылған сөздерді төменнен оқуға болады.",
		beingHeld: "Отырыс әлі жүріп жатыр: жазба толығуда.",
		video: "Отырыстың бейнежазбасы",
		play: "Ойнату",
		pause: "Тоқтата тұру",
		position: "Бейнежазбадағы орын",
		of: (at, all) => `${all} ішінен ${at}`,
		volume: "Дыбыс қаттылығы",
		speed: "Жылдамдық",
		times: (n) => `${n}×`,
		fullScreen: "Толық экран",
		language: "Дыбыс",
		original: "Түпнұсқа",
		captions: "Субтитр",
		noCaptions: "Жоқ",
		chapters: "Бөлімдер",
		timeline: "Кімге сөз берілді",
		verbatim: "Сөзбе-сөз жазба",
		noLines: "Айтылған сөздер жазылмаған. Сөзбе-сөз жазба отырыс кезіндегі субтитрлер бойынша жүргізіледі.",
		readIn: "Оқу тілі",
		asSaid: "Айтылған тілде",
		search: "Сөзбе-сөз жазбадан іздеу",
		searchHelp: "Сөздер немесе олардың басы",
		found: plural("kk", { one: "# жол табылды", other: "# жол табылды" }),
		notFound: "Ештеңе табылмады. Сөздің басын теріп көріңіз.",
		searchFailed: "Іздеу орындалмады. Қайталап көріңіз.",
		clear: "Барлығын көрсету",
		follow: "Дыбысқа ілесу",
		goTo: (name, time) => `${name}, ${time}`,
		notInVideo: "Бейнежазбада жоқ",
		spoke: "Сөйлеу ұзақтығы",
		speaker: "Сөйлеуші",
		time: "Уақыты",
		share: "Үлесі",
		nobodySpoke: "Ешкімге сөз берілмеген.",
		documents: "Құжаттар",
		verbatimAs: (format) => `Сөзбе-сөз жазба (${format})`,
		communique: "Коммюнике",
		videoFile: "Бейнежазба (MP4)",
		soundFile: (name) => `Дыбыс: ${name} (M4A)`,
		captionsFile: (language) => `Субтитр: ${language} (WebVTT)`,
		readers: "Бұл жазбаны кім көре алады",
		readersNote:
			"Отырыс жабылғаннан кейін. Мұны кез келген уақытта өзгертуге болады, өзгеріс журналға жазылады.",
		readersOf: { nobody: "Тек ұйымдастырушы", seats: "Орны бар барлық адам", public: "Барлығы" },
		readersFailed: "Өзгерту мүмкін болмады. Қайталап көріңіз.",
		bag: "Қол қойылған мұрағат серверде мына пәрменмен жасалады:",
	},
	ko: {
		record: "회의 기록",
		loading: "기록을 불러오는 중입니다…",
		failed: "기록을 불러오지 못했습니다.",
		notKept: "음성과 영상이 녹화되지 않았습니다.",
		making: "영상을 만드는 중입니다",
		makingNote: "그동안 아래에서 발언 내용을 읽을 수 있습니다.",
		beingHeld: "회의가 진행 중이며 기록이 계속 추가됩니다.",
		video: "회의 영상",
		play: "재생",
		pause: "일시 정지",
		position: "영상 위치",
		of: (at, all) => `${all} 중 ${at}`,
		volume: "음량",
		speed: "재생 속도",
		times: (n) => `${n}배`,
		fullScreen: "전체 화면",
		language: "음성",
		original: "원음",
		captions: "자막",
		noCaptions: "없음",
		chapters: "구간",
		timeline: "발언 순서",
		verbatim: "속기록",
		noLines: "기록된 발언이 없습니다. 발언은 회의 중 자막으로 기록됩니다.",
		readIn: "읽을 언어",
		asSaid: "발언 언어",
		search: "속기록 검색",
		searchHelp: "단어 또는 단어의 앞부분",
		found: plural("ko", { other: "#행을 찾았습니다" }),
		notFound: "찾은 내용이 없습니다. 단어의 앞부분으로 검색해 보십시오.",
		searchFailed: "검색하지 못했습니다. 다시 시도해 주십시오.",
		clear: "모두 보기",
		follow: "음성 따라가기",
		goTo: (name, time) => `${name}, ${time}`,
		notInVideo: "영상에 없음",
		spoke: "발언 시간",
		speaker: "발언자",
		time: "시간",
		share: "비율",
		nobodySpoke: "발언권을 받은 사람이 없습니다.",
		documents: "문서",
		verbatimAs: (format) => `속기록 (${format})`,
		communique: "보도 자료",
		videoFile: "영상 (MP4)",
		soundFile: (name) => `음성: ${name} (M4A)`,
		captionsFile: (language) => `자막: ${language} (WebVTT)`,
		readers: "기록 공개 범위",
		readersNote: "회의가 끝난 뒤에 적용됩니다. 언제든지 바꿀 수 있으며 변경은 로그에 남습니다.",
		readersOf: { nobody: "주최 측만", seats: "좌석이 있는 모든 사람", public: "모든 사람" },
		readersFailed: "변경하지 못했습니다. 다시 시도해 주십시오.",
		bag: "서명된 기록 보관본은 서버에서 다음 명령으로 만듭니다:",
	},
	ru: {
		record: "Запись заседания",
		loading: "Запись загружается…",
		failed: "Не удалось загрузить запись.",
		notKept: "Звук и изображение не записывались.",
		making: "Видео готовится",
		makingNote: "Сказанное тем временем можно прочитать ниже.",
		beingHeld: "Заседание ещё идёт: запись пополняется.",
		video: "Видео заседания",
		play: "Воспроизвести",
		pause: "Пауза",
		position: "Место в видео",
		of: (at, all) => `${at} из ${all}`,
		volume: "Громкость",
		speed: "Скорость",
		times: (n) => `${n}×`,
		fullScreen: "Во весь экран",
		language: "Звук",
		original: "Оригинал",
		captions: "Субтитры",
		noCaptions: "Нет",
		chapters: "Главы",
		timeline: "Кому было дано слово",
		verbatim: "Стенограмма",
		noLines: "Стенограммы нет. Она ведётся по субтитрам во время заседания.",
		readIn: "Читать на языке",
		asSaid: "Как было сказано",
		search: "Поиск по стенограмме",
		searchHelp: "Слова или их начало",
		found: plural("ru", {
			one: "Найдена # строка",
			few: "Найдены # строки",
			many: "Найдено # строк",
			other: "Найдено # строки",
		}),
		notFound: "Ничего не найдено. Попробуйте начало слова.",
		searchFailed: "Поиск не удался. Повторите попытку.",
		clear: "Показать всё",
		follow: "Следовать за звуком",
		goTo: (name, time) => `${name}, ${time}`,
		notInVideo: "Нет в видео",
		spoke: "Продолжительность выступлений",
		speaker: "Выступающий",
		time: "Время",
		share: "Доля",
		nobodySpoke: "Слово никому не давалось.",
		documents: "Документы",
		verbatimAs: (format) => `Стенограмма (${format})`,
		communique: "Коммюнике",
		videoFile: "Видео (MP4)",
		soundFile: (name) => `Звук: ${name} (M4A)`,
		captionsFile: (language) => `Субтитры: ${language} (WebVTT)`,
		readers: "Кому доступна эта запись",
		readersNote: "После закрытия заседания. Это можно изменить в любое время; изменение вносится в журнал.",
		readersOf: { nobody: "Только организатору", seats: "Всем, у кого есть место", public: "Всем" },
		readersFailed: "Изменить не удалось. Повторите попытку.",
		bag: "Подписанный архив создаётся на сервере этой командой:",
	},
};
