export { handPlace, hasFloor, type Speaking, speakersNow } from "./floor";
export { itemNow, itemSpeakers, nextItem } from "./programme";
export { type StagePictures, stagePictures } from "./stage";
