export { type Answer, ask } from "./ask";
export { handPlace, hasFloor, type Speaking, speakersNow } from "./floor";
export * from "./offers";
export { itemNow, nextItem } from "./programme";
