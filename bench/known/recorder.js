// Keeps the latest half minute of what a page gives to the loudspeaker, sample by sample.
(() => {
	const RATE = 48000;
	const KEPT = 30 * RATE;
	const EVERY_MS = 50;
	const kept = new Int16Array(KEPT);
	// In samples of the AudioContext's clock: the first that was kept, and the one after the last.
	let first = null;
	let end = 0;
	// What was not caught in time, in samples.
	let missed = 0;
	// When sample 0 came out, by performance.now(): the context's clock goes on in bursts, the earliest is right.
	let begins = Number.POSITIVE_INFINITY;

	function record(tap) {
		const { context } = tap;
		const samples = new Float32Array(tap.fftSize);
		setInterval(() => {
			if (context.state !== "running") return;
			const before = context.currentTime;
			tap.getFloatTimeDomainData(samples);
			// What was read belongs to one moment only if the clock stood still meanwhile.
			if (context.currentTime !== before) return;
			const now = Math.round(before * RATE);
			begins = Math.min(begins, performance.now() - (now / RATE) * 1000);
			if (first === null) {
				first = now;
				end = now;
			}
			const count = Math.min(now - end, samples.length);
			missed += now - end - count;
			for (let at = now - count; at < now; at++) {
				const sample = samples[samples.length - (now - at)];
				kept[at % KEPT] = Math.round(32767 * Math.max(-1, Math.min(1, sample)));
			}
			end = now;
		}, EVERY_MS);
	}

	const connect = AudioNode.prototype.connect;
	AudioNode.prototype.connect = function (target, ...rest) {
		if (target instanceof AudioDestinationNode) {
			const tap = this.context.createAnalyser();
			// 0.68 s, so that nothing is missed between two looks even on a slow machine.
			tap.fftSize = 32768;
			connect.call(this, tap);
			record(tap);
		}
		return connect.call(this, target, ...rest);
	};

	window.hemicycleRecorder = {
		// What has come out since a moment of performance.now(), or as much of it as is kept.
		since(from) {
			const asked = Math.max(0, Math.ceil(((from - begins) / 1000) * RATE));
			const start = Math.max(asked, first ?? 0, end - KEPT);
			const bytes = new Uint8Array(2 * Math.max(0, end - start));
			const view = new DataView(bytes.buffer);
			for (let at = start; at < end; at++) view.setInt16(2 * (at - start), kept[at % KEPT], true);
			let text = "";
			for (let at = 0; at < bytes.length; at += 32768)
				text += String.fromCharCode(...bytes.subarray(at, at + 32768));
			return { first: begins + (start / RATE) * 1000, missed, samples: btoa(text) };
		},
	};
})();
