import { describe, expect, it } from "vitest";
import { PictureQueue, type Timed } from "./picture-queue";

interface Picture extends Timed {
	closed: boolean;
}

const picture = (timestamp: number): Picture => ({
	timestamp,
	closed: false,
	close() {
		this.closed = true;
	},
});

function queued(...timestamps: number[]): { queue: PictureQueue<Picture>; pictures: Picture[] } {
	const queue = new PictureQueue<Picture>();
	const pictures = timestamps.map(picture);
	for (const one of pictures) queue.push(one);
	return { queue, pictures };
}

describe("PictureQueue", () => {
	it("shows the newest at once where nothing is heard, and gives the others back", () => {
		const { queue, pictures } = queued(0, 33_000, 66_000);
		expect(queue.take(null)?.timestamp).toBe(66_000);
		expect(pictures.map(({ closed }) => closed)).toEqual([true, true, false]);
		expect(queue.empty).toBe(true);
	});

	it("holds a picture back until its sound is heard", () => {
		const { queue } = queued(100_000, 133_000, 166_000);
		expect(queue.take(50_000)).toBeUndefined();
		expect(queue.take(90_000)?.timestamp).toBe(100_000);
		expect(queue.take(100_000)).toBeUndefined();
		expect(queue.take(155_000)?.timestamp).toBe(166_000);
		expect(queue.empty).toBe(true);
	});

	it("shows a late picture at once", () => {
		const { queue } = queued(100_000);
		expect(queue.take(400_000)?.timestamp).toBe(100_000);
	});

	it("does not wait for the sound of another clock", () => {
		const { queue } = queued(9_000_000);
		expect(queue.take(100_000)?.timestamp).toBe(9_000_000);
	});

	it("keeps no more than decoders can lend, and gives the oldest back", () => {
		const { queue, pictures } = queued(...Array.from({ length: 30 }, (_, i) => i * 33_000));
		expect(pictures.filter(({ closed }) => closed).map(({ timestamp }) => timestamp)).toEqual(
			[0, 1, 2, 3, 4, 5].map((i) => i * 33_000),
		);
		queue.close();
		expect(pictures.every(({ closed }) => closed)).toBe(true);
	});
});
