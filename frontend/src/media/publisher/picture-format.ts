import type { PictureFormat } from "@/wire/protocol";
import type { PictureSource } from "../source";

interface Limits {
	width: number;
	height: number;
	frameRate: number;
	/** Bits a second at that size. */
	bitrate: number;
}

/** The most that is sent of each source. */
export const LIMITS: Record<PictureSource, Limits> = {
	camera: { width: 640, height: 360, frameRate: 30, bitrate: 700_000 },
	screen: { width: 1920, height: 1080, frameRate: 10, bitrate: 1_800_000 },
};

/**
 * The size to send: that of the picture, made smaller to fit the limits, in even numbers as codecs want them.
 *
 * A camera that only does 4:3 is not cut: it is sent at the limit's height.
 */
export function sizeToSend(
	source: PictureSource,
	width: number,
	height: number,
): { width: number; height: number } {
	const limits = LIMITS[source];
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
	source: PictureSource,
	size: { width: number; height: number },
): Promise<VideoEncoderConfig | null> {
	if (!("VideoEncoder" in globalThis)) return null;
	const { bitrate, frameRate } = LIMITS[source];
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
