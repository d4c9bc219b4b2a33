import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { clock, t, words } from "@/i18n";
import "./clock.css";

export interface ClockProps {
	/** The server's clock, in milliseconds: `link.now`. */
	now: () => number;
	/** The instant from which it counts, in milliseconds of the server's clock. */
	from: number;
	/** The planned duration in minutes: it shows the time left, and then the time over. */
	minutes?: number;
	/** The words after the time, instead of "left", "over" or "elapsed". */
	counts?: string;
}

/**
 * A running time in tabular figures, with what it counts: "12:03 left", "1:10 over", "4:07
 * elapsed".
 */
export function Clock({ now, from, minutes, counts }: ClockProps) {
	const at = useSeconds(now, from);
	const gone = at.value - from;
	const left = minutes === undefined ? undefined : minutes * 60_000 - gone;
	const word = t(words);
	const over = left !== undefined && left < 0;
	const what = counts ?? (left === undefined ? word.gone : over ? word.over : word.left);
	return (
		<span class={over ? "clock clock-over" : "clock"}>
			<span class="tabular">{clock(left === undefined ? gone : Math.abs(left))}</span> {what}
		</span>
	);
}

/**
 * The server's clock as a signal that moves once a second.
 *
 * @param phase it moves whenever a whole number of seconds has gone since this instant, so that a
 *   running time counted from there never skips a second.
 */
export function useSeconds(now: () => number, phase = 0): ReadonlySignal<number> {
	const read = useRef(now);
	read.current = now;
	const at = useSignal(now());
	useEffect(() => {
		let timer: number;
		const tick = () => {
			at.value = read.current();
			timer = window.setTimeout(tick, 1000 - ((at.value - phase) % 1000) + 5);
		};
		tick();
		return () => window.clearTimeout(timer);
	}, [at, phase]);
	return at;
}
