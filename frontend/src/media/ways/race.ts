import { pause } from "@/link";
import type { MediaWay } from "../way";

/**
 * Connects to the media door by one protocol. Rejects on failure, or when the signal is aborted.
 */
export type Connect = (signal: AbortSignal) => Promise<MediaWay>;

/** The outcome of trying both protocols. The caller closes every connection. */
export interface Race {
	/** The first connection that works; null if none does. */
	first: Promise<MediaWay | null>;
	/** The connection over UDP if TCP was first and UDP works after all; else null. */
	better: Promise<MediaWay | null>;
}

/**
 * Tries UDP, and TCP beside it when UDP is not there after a head start, or has failed.
 *
 * @param udp - null: not to be tried
 * @param tcp - null: not to be tried
 * @param headStart - milliseconds
 * @param signal - stops all of it
 */
export function race(udp: Connect | null, tcp: Connect | null, headStart: number, signal: AbortSignal): Race {
	const tcpOver = new AbortController();
	const trying = (connect: Connect | null, stop: AbortSignal): Promise<MediaWay | null> =>
		connect === null ? Promise.resolve(null) : connect(stop).catch(() => null);

	const byUdp = trying(udp, signal);
	const byTcp = (async () => {
		if (udp !== null && (await Promise.race([byUdp, pause(headStart)]))) return null;
		return trying(tcp, AbortSignal.any([signal, tcpOver.signal]));
	})();

	const first = new Promise<MediaWay | null>((resolve) => {
		void byUdp.then((way) => {
			if (way === null) return;
			resolve(way);
			tcpOver.abort();
		});
		void byTcp.then((way) => {
			if (way !== null) resolve(way);
		});
		void Promise.all([byUdp, byTcp]).then(() => resolve(null));
	});
	void Promise.all([first, byTcp]).then(([won, late]) => {
		if (late !== won) late?.close();
	});
	const better = Promise.all([first, byUdp]).then(([won, late]) => (late === won ? null : late));
	return { first, better };
}
