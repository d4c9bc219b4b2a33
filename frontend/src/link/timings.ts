/** How long the page's connection waits for what, in milliseconds. */
export interface Timings {
	/** Between two questions for a sign of life. */
	pingInterval: number;
	pingIntervalHidden: number;
	/** Without a word from the server for so long after a ping, the connection is taken for dead. */
	answerTimeout: number;
	answerTimeoutHidden: number;
	/** The same, when there is reason to think that the network has changed. */
	answerTimeoutInDoubt: number;
	/** For the first connection of a page: there is no earlier one whose speed would tell more. */
	firstConnectTimeout: number;
	/** The wait before the second try to connect; it doubles with each failure, up to the longest. */
	firstRetryDelay: number;
	longestRetryDelay: number;
	longestRetryDelayHidden: number;
}

/** The timings of a page that is served to people. */
export const TIMINGS_MS: Readonly<Timings> = {
	pingInterval: 3_000,
	pingIntervalHidden: 10_000,
	answerTimeout: 5_000,
	answerTimeoutHidden: 20_000,
	answerTimeoutInDoubt: 2_000,
	firstConnectTimeout: 10_000,
	firstRetryDelay: 300,
	longestRetryDelay: 1_000,
	longestRetryDelayHidden: 5_000,
};

/**
 * The timings of this page: those above, but for what the server has set otherwise.
 *
 * A server that is under test names shorter ones, as JSON in the page's `<meta name="hemicycle:timings">`.
 */
export function servedTimings(page: Pick<Document, "querySelector">): Readonly<Timings> {
	const served = page.querySelector<HTMLMetaElement>('meta[name="hemicycle:timings"]')?.content;
	return served ? { ...TIMINGS_MS, ...(JSON.parse(served) as Partial<Timings>) } : TIMINGS_MS;
}
