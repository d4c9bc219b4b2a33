import { captionsOf } from "./captions";
import { notesOf } from "./notes";

/**
 * The messages down that are not the link's own, each with the subject that takes it up.
 *
 * A subject adds its file and its line here. Where a message has no line, `link.ts` does not compile.
 */
export const SUBJECTS = {
	caption: captionsOf,
	noted: notesOf,
};
