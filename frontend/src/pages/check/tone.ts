/** Two notes, for somebody to say whether they hear them. Resolves when they are over. */
export async function playTone(context: AudioContext): Promise<void> {
	await context.resume();
	const begin = context.currentTime + 0.05;
	const loudness = context.createGain();
	loudness.connect(context.destination);
	const ends = [523.25, 659.25].map((frequency, nth) => {
		const at = begin + nth * 0.55;
		const note = new OscillatorNode(context, { frequency });
		note.connect(loudness);
		// A note that begins or ends at full loudness clicks.
		loudness.gain.setValueAtTime(0, at);
		loudness.gain.linearRampToValueAtTime(0.3, at + 0.05);
		loudness.gain.setValueAtTime(0.3, at + 0.4);
		loudness.gain.linearRampToValueAtTime(0, at + 0.5);
		note.start(at);
		note.stop(at + 0.5);
		return new Promise((resolve) => {
			note.onended = resolve;
		});
	});
	await Promise.all(ends);
	loudness.disconnect();
}

/** A microphone that nobody has: a soft tone that goes to the server and to no loudspeaker. */
export function standInSound(context: AudioContext): MediaStreamTrack | undefined {
	const voice = new OscillatorNode(context, { frequency: 220 });
	const into = context.createMediaStreamDestination();
	voice.connect(new GainNode(context, { gain: 0.1 })).connect(into);
	voice.start();
	return into.stream.getAudioTracks()[0];
}

/** A camera that nobody has: a dot that wanders, until the track is stopped. */
export function standInPicture(): MediaStreamTrack | undefined {
	const canvas = document.createElement("canvas");
	canvas.width = 640;
	canvas.height = 360;
	const paint = canvas.getContext("2d", { alpha: false });
	const draw = (): void => {
		if (paint === null) return;
		const angle = performance.now() / 700;
		paint.fillStyle = "#1a2029";
		paint.fillRect(0, 0, 640, 360);
		paint.fillStyle = "#b6c0cd";
		paint.beginPath();
		paint.arc(320 + 180 * Math.cos(angle), 180 + 90 * Math.sin(angle), 40, 0, 2 * Math.PI);
		paint.fill();
	};
	draw();
	const [track] = canvas.captureStream(25).getVideoTracks();
	const timer = setInterval(() => {
		if (track?.readyState === "live") draw();
		else clearInterval(timer);
	}, 40);
	return track;
}
