/** The length over which two stretches of sound are compared, at 48 kHz: 5 ms. */
export const COMPARED_SAMPLES = 256;
/** Only every fourth sample is compared: enough for the decision at a quarter of the work. */
const STRIDE_SAMPLES = 4;
/** The shortest and the longest period that is removed or repeated: 2.5 to 15 ms. */
const MIN_PERIOD_SAMPLES = 120;
export const MAX_PERIOD_SAMPLES = 720;
/** The least normalised cross-correlation, from -1 to 1, at which two stretches are joined. */
const MIN_CORRELATION = 0.7;
/** Among peaks within this distance of the best one, the longest period is taken. */
const CORRELATION_TOLERANCE = 0.02;

/**
 * After how many samples the sound at a place is most like itself, so that what lies between can be
 * left out or said twice unheard; null where it is like itself nowhere.
 *
 * As WSOLA does it (Verhelst and Roelands, 1993): by the normalised cross-correlation.
 *
 * @param ring - the sound; its length is a power of two
 * @param at - the place, from which `COMPARED_SAMPLES` samples are there
 * @param towards - 1: later sound is looked at, -1: earlier
 * @param most - no more than so many samples, and `MAX_PERIOD_SAMPLES` at the most
 */
export function findPeriod(
	ring: Float32Array,
	at: number,
	towards: 1 | -1,
	most: number = MAX_PERIOD_SAMPLES,
): number | null {
	const mask = ring.length - 1;
	let here = 0;
	for (let index = 0; index < COMPARED_SAMPLES; index += STRIDE_SAMPLES)
		here += (ring[(at + index) & mask] ?? 0) ** 2;
	const likeness: number[] = [];
	for (let lag = MIN_PERIOD_SAMPLES; lag <= Math.min(MAX_PERIOD_SAMPLES, most); lag++) {
		let both = 0;
		let there = 0;
		for (let index = 0; index < COMPARED_SAMPLES; index += STRIDE_SAMPLES) {
			const other = ring[(at + towards * lag + index) & mask] ?? 0;
			both += (ring[(at + index) & mask] ?? 0) * other;
			there += other * other;
		}
		likeness.push(both / Math.sqrt(here * there || 1));
	}
	// Only a local maximum of the correlation marks the end of a period.
	const peaks = likeness.map((alike, place) =>
		alike > (likeness[place - 1] ?? 1) && alike >= (likeness[place + 1] ?? 1) ? alike : -1,
	);
	const least = Math.max(MIN_CORRELATION, Math.max(...peaks) - CORRELATION_TOLERANCE);
	const found = peaks.findLastIndex((alike) => alike >= least);
	return found === -1 ? null : MIN_PERIOD_SAMPLES + found;
}
