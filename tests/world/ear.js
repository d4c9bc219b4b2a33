// Listens to what a page gives to the loudspeaker: after its volume, its mute and everything else.
(() => {
	const LOUD = 0.01;
	const ear = { loudAt: -Infinity, loudest: 0 };
	const taps = [];
	const connect = AudioNode.prototype.connect;
	AudioNode.prototype.connect = function (target, ...rest) {
		if (target instanceof AudioDestinationNode) {
			const tap = this.context.createAnalyser();
			// 0.34 s, so that nothing falls between two looks even on a slow machine.
			tap.fftSize = 16384;
			connect.call(this, tap);
			taps.push({ tap, samples: new Float32Array(tap.fftSize) });
		}
		return connect.call(this, target, ...rest);
	};
	setInterval(() => {
		for (const { tap, samples } of taps) {
			if (tap.context.state !== "running") continue;
			tap.getFloatTimeDomainData(samples);
			const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
			if (peak > LOUD) ear.loudAt = performance.now();
			ear.loudest = Math.max(ear.loudest, peak);
		}
	}, 100);
	window.hemicycleEar = ear;
})();
