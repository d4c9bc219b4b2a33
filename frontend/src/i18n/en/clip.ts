import type { ClipStrings } from "../strings/clip";

export default {
	listen: (name) => `Listen: ${name}`,
	missing: "There is no recording of these words.",
} satisfies ClipStrings;
