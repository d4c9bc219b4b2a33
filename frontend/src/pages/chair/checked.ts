import type { CheckVerdict, KeptCheck } from "@/wire/protocol";

/** From what the organiser has to see to, to what is well. */
const ORDER: readonly CheckVerdict[] = ["cannot", "silent", "listening", "weak", "unseen", "ready"];

/** Of each seat the newest check, and all of guests without one; first what has to be seen to. */
export function newest(checks: readonly KeptCheck[]): KeptCheck[] {
	const seen = new Set<string>();
	return checks
		.filter(({ seat }) => {
			if (seat === null) return true;
			const fresh = !seen.has(seat);
			seen.add(seat);
			return fresh;
		})
		.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || b.at - a.at);
}
