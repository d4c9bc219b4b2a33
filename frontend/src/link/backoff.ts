import { TIMINGS_MS, type Timings } from "./timings";

/** The first two tries are soon given up, as their packets may have been lost with the network; not the third. */
const CONNECT_TIMEOUTS_MS = [2_000, 2_000, 5_000] as const;
const CONNECT_TIMEOUT_HIDDEN_MS = 10_000;

/**
 * How long to wait before the next try to connect, in milliseconds.
 *
 * Doubles from 0.3 s to 1 s, to 5 s out of sight. The jitter (a factor from 0.5 to 1) keeps a hall of seats
 * that lost the server together from coming back in one instant.
 *
 * @param failures - how many tries have failed in a row, 0 for none
 * @param chance - a number from 0 to 1
 */
export function backoff(
	failures: number,
	chance: number,
	hidden = false,
	timings: Readonly<Timings> = TIMINGS_MS,
): number {
	const longest = hidden ? timings.longestRetryDelayHidden : timings.longestRetryDelay;
	return Math.min(longest, timings.firstRetryDelay * 2 ** Math.min(failures, 10)) * (0.5 + chance / 2);
}

/**
 * How long a try to connect may take, in milliseconds.
 *
 * A connection whose first packets were lost asks again after 1, 3 and 7 s: with the network just back, a new
 * one is quicker. Every third is given time for a network that is always slow.
 */
export function connectTimeout(failures: number, hidden = false): number {
	if (hidden) return CONNECT_TIMEOUT_HIDDEN_MS;
	return CONNECT_TIMEOUTS_MS[failures % CONNECT_TIMEOUTS_MS.length] ?? CONNECT_TIMEOUT_HIDDEN_MS;
}
