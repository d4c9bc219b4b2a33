export { type Answer, ask } from "./ask";
export { browserMemory, type Memory } from "./browser-memory";
export { handPlace, hasFloor, type Speaking, speakersNow } from "./floor";
export {
	boothState,
	type Choice,
	type Heard,
	type Hearing,
	hearing,
	isFallback,
	liveVoice,
	sameLanguage,
} from "./listening";
export * from "./offers";
export { type Note, type NoteOutbox, noteOutbox, Outbox, type Waiting } from "./outbox";
export { itemNow, nextItem } from "./programme";
export { Remote } from "./remote";
export { optionsOf, SpeechText } from "./speech";
