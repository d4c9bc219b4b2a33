const FIRST = 300;
const LONGEST = 5000;

/**
 * How long to wait before the next try to connect, in milliseconds.
 *
 * Doubles from 0.3 s to 5 s. The jitter (a factor from 0.5 to 1) keeps a hall of seats that lost the
 * server together from coming back in one instant.
 *
 * @param failures - how many tries have failed in a row, 0 for none
 * @param chance - a number from 0 to 1
 */
export function backoff(failures: number, chance: number): number {
	return Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 10)) * (0.5 + chance / 2);
}
