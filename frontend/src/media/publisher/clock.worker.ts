/** Milliseconds from one picture to the next of a page that is out of sight: 15 a second. */
const EVERY = 67;

setInterval(() => self.postMessage(null), EVERY);

export {};
