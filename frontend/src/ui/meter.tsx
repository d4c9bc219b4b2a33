import type { ReadonlySignal } from "@preact/signals";
import { t, ui } from "@/i18n";
import "./meter.css";

/** The level of a sound: 0 to 1 by amplitude, drawn in steps of loudness from -50 to 0 dB. */
export function Meter({ level, label }: { level: ReadonlySignal<number>; label?: string }) {
	const shown = loudness(level.value);
	return (
		<div class="meter">
			<meter
				class="visually-hidden"
				aria-label={label ?? t(ui).level}
				min={0}
				max={1}
				value={Math.round(shown * 10) / 10}
			/>
			{STEPS.map((step) => (
				<span key={step} class={shown > step / STEPS.length ? "meter-step meter-step-lit" : "meter-step"} />
			))}
		</div>
	);
}

const STEPS = Array.from({ length: 16 }, (_, i) => i);

/**
 * An amplitude of 0 to 1 as a share of the way from -50 dB to 0 dB: what an ear takes for even
 * steps.
 */
export function loudness(amplitude: number): number {
	return amplitude <= 0 ? 0 : Math.min(1, Math.max(0, 1 + (20 * Math.log10(amplitude)) / 50));
}
