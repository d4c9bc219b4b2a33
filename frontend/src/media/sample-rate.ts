/** The sample rate of all sound. */
export const SAMPLE_RATE_HZ = 48_000;

export const SAMPLES_PER_MS = SAMPLE_RATE_HZ / 1000;
