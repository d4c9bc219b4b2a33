import { useEffect, useRef } from "preact/hooks";
import { media, t } from "@/i18n";
import type { PictureSource } from "@/media";

/** One's own camera, as in a mirror, or one's own screen. */
export function SelfView({ track, source }: { track: MediaStreamTrack | null; source: PictureSource }) {
	const video = useRef<HTMLVideoElement>(null);
	useEffect(() => {
		if (video.current) video.current.srcObject = track && new MediaStream([track]);
	}, [track]);
	if (track === null) return <p class="self-view self-view-none">{t(media).noSelfView}</p>;
	return (
		<video
			ref={video}
			class={`self-view self-view-${source}`}
			aria-label={t(media).selfView[source]}
			autoplay
			muted
			playsInline
		/>
	);
}
