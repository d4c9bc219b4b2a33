export { handPlace, hasFloor, type Speaking, speakersNow } from "./floor";
export { itemNow, nextItem } from "./programme";
