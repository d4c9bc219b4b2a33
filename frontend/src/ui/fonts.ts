import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/noto-sans/wght.css";

// Hangul comes in 240 pieces; even the list of them is too long to stand before the first paint.
// The browser then takes only the pieces whose letters are on the page.
const later = window.requestIdleCallback ?? ((work: () => void) => window.setTimeout(work, 1));
later(() => void import("./fonts-korean"));
