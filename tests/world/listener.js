// Takes down what a page gives out: each 5 ms of its sound, and each picture that it draws.
(() => {
	const RATE = 48000;
	const WINDOW = 240;
	const TONES = 8;
	const FIRST_HZ = 600;
	const STEP_HZ = 400;
	const SILENT = 0.02;
	const CELLS = 16;
	const BITS = 7;

	// One character a window: the tone's number, "." for silence, "?" for another sound, "!" for unknown.
	const heard = { windows: "", begins: null };
	const drawn = [];
	const turns = Array.from({ length: TONES }, (_, tone) => {
		const angle = (2 * Math.PI * (FIRST_HZ + STEP_HZ * tone)) / RATE;
		return Array.from({ length: WINDOW }, (_, at) => [Math.cos(angle * at), Math.sin(angle * at)]);
	});

	function name(samples, from) {
		let power = 0;
		for (let at = 0; at < WINDOW; at++) power += samples[from + at] ** 2;
		if (Math.sqrt(power / WINDOW) < SILENT) return ".";
		for (let tone = 0; tone < TONES; tone++) {
			let real = 0;
			let imaginary = 0;
			for (let at = 0; at < WINDOW; at++) {
				const [cosine, sine] = turns[tone][at];
				real += samples[from + at] * cosine;
				imaginary += samples[from + at] * sine;
			}
			if ((2 * (real ** 2 + imaginary ** 2)) / WINDOW > power * 0.6) return String(tone);
		}
		return "?";
	}

	function listen(tap) {
		const { context } = tap;
		const samples = new Float32Array(tap.fftSize);
		let read = null;
		setInterval(() => {
			if (context.state !== "running") return;
			tap.getFloatTimeDomainData(samples);
			const end = Math.round(context.currentTime * RATE);
			const now = performance.now();
			if (read === null) read = end - WINDOW;
			// The context's clock goes on in bursts: where it was ahead most, it was right.
			const begins = now - (end / RATE) * 1000;
			if (heard.begins === null) heard.first = read;
			if (heard.begins === null || begins < heard.begins) heard.begins = begins;
			while (end - read >= WINDOW) {
				const from = samples.length - (end - read);
				heard.windows += from < 0 ? "!" : name(samples, from);
				read += WINDOW;
			}
		}, 50);
	}

	const connect = AudioNode.prototype.connect;
	AudioNode.prototype.connect = function (target, ...rest) {
		if (target instanceof AudioDestinationNode) {
			const tap = this.context.createAnalyser();
			tap.fftSize = 32768;
			connect.call(this, tap);
			listen(tap);
		}
		return connect.call(this, target, ...rest);
	};

	// How much the mixer says that it made up, of all voices: when, and how many ms since the page began.
	const concealed = [[0, 0]];
	const Native = AudioWorkletNode;
	window.AudioWorkletNode = class extends Native {
		constructor(...given) {
			super(...given);
			this.port.addEventListener("message", ({ data }) => {
				const made = data.voices?.map(([, voice]) => voice.concealed ?? 0) ?? [];
				concealed.push([performance.now(), made.reduce((sum, one) => sum + one, 0)]);
			});
		}
	};

	const strip = new OffscreenCanvas(CELLS, 1).getContext("2d", { willReadFrequently: true });
	const draw = CanvasRenderingContext2D.prototype.drawImage;

	function number(canvas) {
		strip.drawImage(canvas, 0, 0, canvas.width, canvas.height / 9, 0, 0, CELLS, 1);
		const { data } = strip.getImageData(0, 0, CELLS, 1);
		const cells = Array.from({ length: CELLS }, (_, cell) => (data[4 * cell] > 128 ? 1 : 0));
		let value = 0;
		for (let bit = 1; bit <= BITS; bit++) {
			if (cells[bit] === cells[bit + BITS]) return -1;
			value = 2 * value + cells[bit];
		}
		return cells[0] === 1 && cells[CELLS - 1] === 0 ? value : -1;
	}

	CanvasRenderingContext2D.prototype.drawImage = function (...what) {
		draw.apply(this, what);
		const { canvas } = this;
		if (!(canvas instanceof HTMLCanvasElement) || canvas.dataset.source !== "camera") return;
		drawn.push([performance.now(), number(canvas), canvas.width]);
	};

	window.hemicycleListener = {
		now: () => performance.now(),
		// Everything since a moment of performance.now(): milliseconds by the page's clock.
		since(from) {
			const first = heard.begins === null ? 0 : heard.begins + (heard.first / RATE) * 1000;
			const skipped = Math.max(0, Math.ceil((from - first) / 5));
			return {
				first: first + skipped * 5,
				windows: heard.windows.slice(skipped),
				drawn: drawn.filter(([at]) => at >= from),
				concealed: concealed.at(-1)[1] - concealed.findLast(([at]) => at <= from)[1],
				now: performance.now(),
			};
		},
	};
})();
