/** Milliseconds from one picture to the next of a page that is out of sight: 15 a second. */
const FRAME_INTERVAL_MS = 67;

setInterval(() => self.postMessage(null), FRAME_INTERVAL_MS);

export {};
