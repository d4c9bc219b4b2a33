// The page's microphone and camera are programs that give the known sound and numbered pictures.
(() => {
	const TONES = [600, 1000, 1400, 1800, 2200, 2600, 3000, 3400];
	const TONE_SECONDS = 0.24;
	const LOUDNESS = 0.25;
	const FOR_SECONDS = 3600;
	const WIDTH = 640;
	const HEIGHT = 360;
	const FRAME_RATE = 30;
	const LOOP = 120;
	const BITS = 7;
	const CELLS = 16;
	const { mediaDevices } = navigator;
	// An empty page has none.
	if (!mediaDevices) return;

	function microphone() {
		const context = new AudioContext({ sampleRate: 48000 });
		const tone = new OscillatorNode(context);
		const loudness = new GainNode(context, { gain: LOUDNESS });
		const device = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
		const { currentTime } = context;
		for (let turn = 0; turn * TONE_SECONDS < FOR_SECONDS; turn++) {
			tone.frequency.setValueAtTime(TONES[turn % TONES.length], currentTime + turn * TONE_SECONDS);
		}
		tone.connect(loudness).connect(device);
		tone.start();
		return device.stream.getAudioTracks()[0];
	}

	function camera() {
		const canvas = Object.assign(document.createElement("canvas"), { width: WIDTH, height: HEIGHT });
		const paper = canvas.getContext("2d", { alpha: false });
		// Some seconds of a camera's noise, drawn once.
		const noise = Array.from({ length: 4 }, () => {
			const made = new ImageData(WIDTH, HEIGHT);
			for (let at = 0; at < made.data.length; at += 4) {
				const value = 80 + ((at / 4) % WIDTH) / 8 + Math.random() * 12;
				made.data.set([value, value, value, 255], at);
			}
			return made;
		});
		let number = 0;
		setInterval(() => {
			number = (number + 1) % LOOP;
			paper.putImageData(noise[number % noise.length], 0, 0);
			const bits = Array.from({ length: BITS }, (_, bit) => (number >> (BITS - 1 - bit)) & 1);
			const cells = [1, ...bits, ...bits.map((bit) => 1 - bit), 0];
			for (let cell = 0; cell < CELLS; cell++) {
				paper.fillStyle = cells[cell] ? "#f0f0f0" : "#000000";
				paper.fillRect((cell * WIDTH) / CELLS, 0, WIDTH / CELLS, HEIGHT / 9);
			}
		}, 1000 / FRAME_RATE);
		return canvas.captureStream(FRAME_RATE).getVideoTracks()[0];
	}

	/** What is known of a device is what the page has opened. */
	function like(made, track) {
		made.getSettings = () => ({ ...track.getSettings(), width: WIDTH, height: HEIGHT, frameRate: FRAME_RATE });
		const stop = made.stop.bind(made);
		made.stop = () => {
			stop();
			track.stop();
		};
		return made;
	}

	const open = mediaDevices.getUserMedia.bind(mediaDevices);
	mediaDevices.getUserMedia = async (wanted) => {
		const stream = await open(wanted);
		for (const track of stream.getTracks()) {
			stream.removeTrack(track);
			stream.addTrack(like(track.kind === "audio" ? microphone() : camera(), track));
		}
		return stream;
	};
})();
