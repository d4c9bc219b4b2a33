import type { CheckVerdict } from "@/wire/protocol";
import { dictionary } from "../dictionary";

/** What the organiser is told of those who have checked whether they can take part. */
export interface ChairChecksStrings {
	title: string;
	/** How many of the seats have checked. */
	summary: (checked: string, seats: string) => string;
	/** Nobody has checked; the address follows. */
	none: string;
	/** Above the address of the check. */
	address: string;
	again: string;
	failed: string;
	noSeat: string;
	way: Record<"udp" | "tcp", string>;
	delay: (milliseconds: string) => string;
	verdict: Record<CheckVerdict, string>;
}

export const chairChecks = /* @__PURE__ */ dictionary<ChairChecksStrings>({
	en: () => import("../en/chair-checks"),
	kk: () => import("../kk/chair-checks"),
	ko: () => import("../ko/chair-checks"),
	ru: () => import("../ru/chair-checks"),
});
