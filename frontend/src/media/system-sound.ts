/** Safari's audio session; TypeScript's DOM library leaves it out. */
interface AudioSession {
	type: "auto" | "playback" | "play-and-record";
}

let played: { title: string; organiser: string } | null = null;
let recording = false;

/**
 * Tells the system that this page plays a meeting: what its own sound panel shows, and that a
 * phone's switch for silencing rings does not silence it. Does nothing where the browser cannot.
 *
 * @param meeting - null: nothing is played any more
 */
export function tellSystem(meeting: { title: string; organiser: string } | null): void {
	played = meeting;
	if ("mediaSession" in navigator) {
		navigator.mediaSession.metadata =
			meeting && new MediaMetadata({ title: meeting.title, artist: meeting.organiser });
		navigator.mediaSession.playbackState = meeting ? "playing" : "none";
	}
	settle();
}

/** Tells the system that a microphone is open, or that none is. */
export function tellSystemOfMicrophone(open: boolean): void {
	recording = open;
	settle();
}

/** The type `playback` would bar the microphone, so both states are set together. */
function settle(): void {
	const { audioSession } = navigator as { audioSession?: AudioSession };
	if (!audioSession) return;
	if (recording) audioSession.type = "play-and-record";
	else audioSession.type = played ? "playback" : "auto";
}
