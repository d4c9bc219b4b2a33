import { nowMicros } from "./sample-clock";

/** Browsers that have it capture without an element; TypeScript's DOM library leaves it out. */
interface TrackProcessor {
	readonly readable: ReadableStream<VideoFrame>;
}
type TrackProcessorMaker = new (init: { track: MediaStreamTrack }) => TrackProcessor;

function trackProcessor(): TrackProcessorMaker | undefined {
	return (globalThis as { MediaStreamTrackProcessor?: TrackProcessorMaker }).MediaStreamTrackProcessor;
}

/**
 * Takes a camera's or a screen's pictures, until the function returned is called.
 *
 * @param onPicture - gets each picture, timed by the page's clock in microseconds, and has to close it
 */
export function capturePictures(
	track: MediaStreamTrack,
	onPicture: (picture: VideoFrame) => void,
): () => void {
	const Processor = trackProcessor();
	return Processor ? byProcessor(new Processor({ track }), onPicture) : byElement(track, onPicture);
}

function byProcessor({ readable }: TrackProcessor, onPicture: (picture: VideoFrame) => void): () => void {
	const reader = readable.getReader();
	const read = async (): Promise<void> => {
		for (;;) {
			const { value, done } = await reader.read();
			if (done) return;
			// The browser's own timestamps begin anew with each device.
			const picture = new VideoFrame(value, { timestamp: nowMicros() });
			value.close();
			onPicture(picture);
		}
	};
	// It ends with the track, which is then known to be over by its own event.
	read().catch(() => undefined);
	return () => void reader.cancel().catch(() => undefined);
}

function byElement(track: MediaStreamTrack, onPicture: (picture: VideoFrame) => void): () => void {
	const video = document.createElement("video");
	video.muted = true;
	video.playsInline = true;
	video.srcObject = new MediaStream([track]);
	const take = (): void => {
		if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
		onPicture(new VideoFrame(video, { timestamp: nowMicros() }));
	};
	let request = 0;
	const next = (): void => {
		request = video.requestVideoFrameCallback(() => {
			if (!document.hidden) take();
			next();
		});
	};
	next();
	// Out of sight nothing is painted, so that nothing is told of new pictures; they are fetched
	// then.
	let clock: Worker | null = null;
	const look = (): void => {
		clock?.terminate();
		clock = document.hidden ? startClock(take) : null;
	};
	look();
	document.addEventListener("visibilitychange", look);
	video.play().catch(() => undefined);
	return () => {
		document.removeEventListener("visibilitychange", look);
		clock?.terminate();
		video.cancelVideoFrameCallback(request);
		video.srcObject = null;
	};
}

/** A page's own timers come once a second while it is out of sight; a worker's go on. */
function startClock(onTick: () => void): Worker {
	const clock = new Worker(new URL("./clock.worker.ts", import.meta.url), { type: "module" });
	clock.onmessage = onTick;
	return clock;
}
