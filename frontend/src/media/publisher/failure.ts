import type { Source } from "../source";

/** Why a device is not there. `ended`: it was, and was unplugged or taken away. */
export type FailureCode = "denied" | "not_found" | "busy" | "unsupported" | "ended";

/** Which device is not there, and why. */
export interface Failure {
	source: Source;
	code: FailureCode;
}

/** Why the browser did not hand out a device, from what it threw. */
export function failureCode(thrown: unknown): FailureCode {
	switch (thrown instanceof DOMException ? thrown.name : "") {
		case "NotAllowedError":
		case "SecurityError":
			return "denied";
		case "NotFoundError":
		case "OverconstrainedError":
			return "not_found";
		case "NotReadableError":
		case "AbortError":
			return "busy";
		default:
			return "unsupported";
	}
}
