const COUNT_INTERVAL_MS = 250;
const FIRST_PICTURE = "hemicycle:first-picture";

/** All canvases that show the same picture. */
export class Canvases {
	readonly #canvases = new Set<HTMLCanvasElement>();
	#latest: HTMLCanvasElement | null = null;
	#drawn = 0;
	#counted = 0;

	/** How many there are. */
	get size(): number {
		return this.#canvases.size;
	}

	/** Adds a canvas, and draws the latest picture on it at once. */
	add(canvas: HTMLCanvasElement): void {
		this.#canvases.add(canvas);
		const last = this.#latest;
		if (last === null || last === canvas) return;
		resize(canvas, last.width, last.height);
		canvas.getContext("2d")?.drawImage(last, 0, 0);
	}

	/** Removes a canvas; what is drawn on it stays. */
	delete(canvas: HTMLCanvasElement): void {
		this.#canvases.delete(canvas);
	}

	/** Draws a picture. */
	draw(picture: VideoFrame): void {
		for (const canvas of this.#canvases) {
			resize(canvas, picture.displayWidth, picture.displayHeight);
			canvas.getContext("2d", { alpha: false })?.drawImage(picture, 0, 0, canvas.width, canvas.height);
			this.#latest = canvas;
		}
		if (this.#canvases.size > 0) this.#count();
	}

	#count(): void {
		if (this.#drawn++ === 0 && performance.getEntriesByName(FIRST_PICTURE).length === 0) {
			performance.mark(FIRST_PICTURE);
		}
		const now = performance.now();
		if (now - this.#counted < COUNT_INTERVAL_MS) return;
		this.#counted = now;
		for (const canvas of this.#canvases) canvas.dataset.frames = String(this.#drawn);
	}
}

/** Setting a canvas's size clears it, so it is set only where it differs. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
	if (canvas.width !== width) canvas.width = width;
	if (canvas.height !== height) canvas.height = height;
}
