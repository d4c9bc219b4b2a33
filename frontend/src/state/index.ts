export { type Answer, ask } from "./ask";
export { handPlace, hasFloor, type Speaking, speakersNow } from "./floor";
export { itemNow, nextItem } from "./programme";
