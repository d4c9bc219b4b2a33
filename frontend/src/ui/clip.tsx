import { useState } from "preact/hooks";
import { clip as dictionary, t } from "@/i18n";
import "./clip.css";

export interface ClipSpan {
	seat: string;
	since: number;
	until: number;
}

export interface ClipProps extends ClipSpan {
	/** The address of the page whose cookie gives access, without a trailing slash. */
	base: string;
	/** The name of the speaker. */
	name: string;
}

/** The address of a seat's recorded sound between two instants of the server's clock. */
export function clipUrl(base: string, { seat, since, until }: ClipSpan): string {
	return `${base}/record/clip.m4a?seat=${encodeURIComponent(seat)}&since=${since}&until=${until}`;
}

/**
 * Plays what was said; says so where it was not recorded. Nothing is loaded before somebody
 * listens.
 */
export function Clip(props: ClipProps) {
	const [missing, setMissing] = useState(false);
	const strings = t(dictionary);
	if (missing) {
		return (
			<p class="clip-missing soft" role="status">
				{strings.missing}
			</p>
		);
	}
	return (
		// biome-ignore lint/a11y/useMediaCaption: the words stand beside it, as text
		<audio
			class="clip"
			controls
			preload="none"
			src={clipUrl(props.base, props)}
			aria-label={strings.listen(props.name)}
			onError={() => setMissing(true)}
		/>
	);
}
