// Every microphone that the page opens is a program that says one steady tone.
(() => {
	const HZ = %f;
	const { mediaDevices } = navigator;
	// An empty page has none.
	if (!mediaDevices) return;
	const open = mediaDevices.getUserMedia.bind(mediaDevices);
	mediaDevices.getUserMedia = async (wanted) => {
		const stream = await open(wanted);
		for (const track of stream.getAudioTracks()) {
			const context = new AudioContext({ sampleRate: 48000 });
			const tone = new OscillatorNode(context, { frequency: HZ });
			const loudness = new GainNode(context, { gain: 0.25 });
			const device = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
			tone.connect(loudness).connect(device);
			tone.start();
			const [said] = device.stream.getAudioTracks();
			// What is known of a device is what the page has opened.
			said.getSettings = () => track.getSettings();
			const stop = said.stop.bind(said);
			said.stop = () => {
				stop();
				track.stop();
				void context.close();
			};
			stream.removeTrack(track);
			stream.addTrack(said);
		}
		return stream;
	};
})();
