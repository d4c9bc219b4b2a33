export { captionsOf } from "./captions";
export { Link } from "./link";
export { notesOf } from "./notes";
export { pause } from "./pause";
export { type LinkState, type Port, perLink, type Refusal } from "./port";
export { WindowedMin } from "./windowed-min";
