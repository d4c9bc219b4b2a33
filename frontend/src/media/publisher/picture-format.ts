import type { PictureFormat } from "@/wire/protocol";
import type { PictureSource, SmallSource } from "../source";

/** The most that is sent of a rendition. */
export interface Limits {
	width: number;
	height: number;
	frameRate: number;
	/** Bits a second at that size. */
	bitrate: number;
	/** From one key frame to the next, in microseconds. */
	keyEvery: number;
}

/** The most that is sent of each rendition. */
export const LIMITS: Readonly<Record<PictureSource | SmallSource, Limits>> = {
	camera: { width: 1280, height: 720, frameRate: 30, bitrate: 1_500_000, keyEvery: 2_000_000 },
	camera_small: { width: 640, height: 360, frameRate: 20, bitrate: 450_000, keyEvery: 2_000_000 },
	screen: { width: 1920, height: 1080, frameRate: 10, bitrate: 1_800_000, keyEvery: 2_000_000 },
	// As sharp as the full one, so that what is written can be read.
	screen_small: { width: 1920, height: 1080, frameRate: 2, bitrate: 500_000, keyEvery: 4_000_000 },
};

/**
 * What is sent of a camera that does not give more, or where the machine does not keep up with
 * more.
 */
const MODEST: Readonly<Record<"camera" | "camera_small", Limits>> = {
	camera: { ...LIMITS.camera, width: 640, height: 480, bitrate: 700_000 },
	camera_small: { ...LIMITS.camera_small, width: 320, height: 240, frameRate: 15, bitrate: 200_000 },
};

/**
 * The limits for a rendition of a picture of that size.
 *
 * @param modest - whether the machine does not keep up with what the camera gives
 */
export function limitsFor(
	source: PictureSource | SmallSource,
	width: number,
	height: number,
	modest = false,
): Limits {
	if (source === "screen" || source === "screen_small") return LIMITS[source];
	const isModest = modest || width * height <= MODEST.camera.width * MODEST.camera.height;
	return isModest ? MODEST[source] : LIMITS[source];
}

/**
 * The size to send: that of the picture, made smaller to fit the limits, in even numbers as codecs
 * want them.
 *
 * A camera that only does 4:3 is not cut: it is sent at the limit's height.
 */
export function sizeToSend(limits: Limits, width: number, height: number): { width: number; height: number } {
	const scale = Math.min(1, limits.width / width, limits.height / height);
	const even = (length: number) => Math.max(16, 2 * Math.round((length * scale) / 2));
	return { width: even(width), height: even(height) };
}

/** The H.264 constrained baseline codec string whose level holds the size. */
export function h264For(width: number, height: number): string {
	return width * height > 1280 * 720 ? "avc1.42e028" : "avc1.42e01f";
}

/** An encoder's configuration, in the first codec that this browser has; null where it has none. */
export async function encoderConfig(
	{ bitrate, frameRate }: Limits,
	size: { width: number; height: number },
): Promise<VideoEncoderConfig | null> {
	if (!("VideoEncoder" in globalThis)) return null;
	for (const codec of [h264For(size.width, size.height), "vp8"]) {
		const config: VideoEncoderConfig = {
			codec,
			...size,
			bitrate,
			framerate: frameRate,
			latencyMode: "realtime",
			...(codec === "vp8" ? {} : { avc: { format: "annexb" } }),
		};
		if ((await VideoEncoder.isConfigSupported(config)).supported) return config;
	}
	return null;
}

/** How the server is told about it. */
export function formatOf({ codec, width, height }: VideoEncoderConfig): PictureFormat {
	return { codec, width, height };
}
