export { clock, count, day, hour, languageName, ownName, ownTitle, percent, second, zone } from "./format";
export { choose, LANGUAGES, type Language, language, setLanguage, t } from "./language";
export { ordinal, plural } from "./plural";
export { type RefusalText, refusalSentence, refusals } from "./refusals";
export { type Words, words } from "./words";
