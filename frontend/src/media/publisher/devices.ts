import type { Source } from "../source";
import { LIMITS } from "./picture-format";

/**
 * Opens a device. Rejects with the browser's own DOMException.
 *
 * @param processed - whether the browser works on a microphone's sound: takes out echo and noise, and levels it.
 *   That narrows the band and pumps, and with headphones on there is no echo to take out.
 */
export async function openDevice(
	source: Source,
	deviceId?: string,
	processed = true,
): Promise<MediaStreamTrack> {
	const stream = await (source === "screen"
		? navigator.mediaDevices.getDisplayMedia(screenWanted())
		: navigator.mediaDevices.getUserMedia(deviceWanted(source, deviceId, processed)));
	const track = stream.getTracks()[0];
	if (track === undefined) throw new DOMException("no track", "NotFoundError");
	track.contentHint = { microphone: "speech", camera: "motion", screen: "detail" }[source];
	return track;
}

function deviceWanted(
	source: "microphone" | "camera",
	deviceId: string | undefined,
	processed: boolean,
): MediaStreamConstraints {
	const which = deviceId ? { deviceId: { exact: deviceId } } : {};
	if (source === "microphone") {
		return {
			audio: {
				...which,
				echoCancellation: processed,
				noiseSuppression: processed,
				autoGainControl: processed,
				channelCount: { ideal: 1 },
				sampleRate: { ideal: 48_000 },
			},
		};
	}
	const { width, height, frameRate } = LIMITS.camera;
	return {
		video: {
			...which,
			width: { ideal: width },
			height: { ideal: height },
			frameRate: { ideal: frameRate, max: 30 },
		},
	};
}

function screenWanted(): DisplayMediaStreamOptions {
	const { width, height, frameRate } = LIMITS.screen;
	return {
		audio: false,
		video: { width: { max: width }, height: { max: height }, frameRate: { max: frameRate } },
	};
}
