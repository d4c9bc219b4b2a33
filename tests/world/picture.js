// Looks at a canvas until it has shown so many different pictures that are not black.
async ({ seat, source, different, within }) => {
	const find = () => document.querySelector(`canvas[data-seat="${seat}"][data-source="${source}"]`);
	const small = new OffscreenCanvas(32, 18);
	const context = small.getContext("2d", { willReadFrequently: true });
	const seen = new Set();
	const drawnAtFirst = Number(find()?.dataset.frames ?? 0);
	const until = performance.now() + within;
	while (performance.now() < until) {
		const canvas = find();
		if (canvas) {
			context.drawImage(canvas, 0, 0, 32, 18);
			const { data } = context.getImageData(0, 0, 32, 18);
			const light = data.reduce((sum, value, place) => (place % 4 === 3 ? sum : sum + value), 0);
			if (light > 32 * 18 * 3 * 8) seen.add(data.join());
			const drawn = Number(canvas.dataset.frames) - drawnAtFirst;
			if (seen.size >= different && drawn >= different) return { seen: seen.size, drawn };
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return { seen: seen.size, drawn: Number(find()?.dataset.frames ?? 0) - drawnAtFirst };
};
