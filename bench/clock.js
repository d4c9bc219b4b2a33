// A clock that survives a camera, an encoder and a decoder: 24 bits of milliseconds, black and white, and each
// once more inverted, so that a picture that was read wrongly is known for it.
(() => {
	const BITS = 24;
	const COLUMNS = 8;
	const ROWS = 6;
	const now = () => Math.round(performance.timeOrigin + performance.now()) % 2 ** BITS;

	function draw(canvas, context) {
		const time = now();
		const [width, height] = [canvas.width / COLUMNS, canvas.height / ROWS];
		for (let cell = 0; cell < 2 * BITS; cell++) {
			const bit = (Math.floor(time / 2 ** (cell % BITS)) & 1) ^ (cell < BITS ? 0 : 1);
			context.fillStyle = bit ? "#fff" : "#000";
			context.fillRect((cell % COLUMNS) * width, Math.floor(cell / COLUMNS) * height, width, height);
		}
	}

	const small = new OffscreenCanvas(COLUMNS * 5, ROWS * 5);
	const eye = small.getContext("2d", { willReadFrequently: true });

	/** How old the picture on a canvas is, in milliseconds, with the time in it; null where it cannot be read. */
	function read(canvas) {
		eye.drawImage(canvas, 0, 0, small.width, small.height);
		const at = now();
		const { data } = eye.getImageData(0, 0, small.width, small.height);
		const bits = Array.from({ length: 2 * BITS }, (_, cell) => {
			const [x, y] = [(cell % COLUMNS) * 5 + 2, Math.floor(cell / COLUMNS) * 5 + 2];
			return data[(y * small.width + x) * 4] > 127 ? 1 : 0;
		});
		let time = 0;
		for (let bit = 0; bit < BITS; bit++) {
			if (bits[bit] === bits[bit + BITS]) return null;
			time += bits[bit] * 2 ** bit;
		}
		return { time, age: (at - time + 2 ** BITS) % 2 ** BITS };
	}

	/** In place of a camera: the clock, 640x360, 30 pictures a second. */
	function cameraIsClock() {
		const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
		navigator.mediaDevices.getUserMedia = async (wanted) => {
			if (!wanted.video) return open(wanted);
			const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
			const context = canvas.getContext("2d", { alpha: false });
			draw(canvas, context);
			setInterval(() => draw(canvas, context), 1000 / 30);
			return canvas.captureStream();
		};
	}

	/** The ages of the pictures on a seat's canvas, each when it is first there, for so many milliseconds. */
	async function ages(seat, within) {
		const found = new Map();
		const until = performance.now() + within;
		while (performance.now() < until) {
			await new Promise((resolve) => requestAnimationFrame(resolve));
			const canvas = document.querySelector(`canvas[data-seat="${seat}"]`);
			const seen = canvas && read(canvas);
			if (seen && !found.has(seen.time)) found.set(seen.time, seen.age);
		}
		return [...found.values()].slice(1);
	}

	window.hemicycleClock = { cameraIsClock, ages };
})();
