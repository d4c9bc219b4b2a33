import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PictureSource, Player } from "@/media";

/** A canvas that shows a seat's camera or screen, and keeps its last picture. */
export function Picture(props: {
	player: Player;
	seat: string;
	source: PictureSource;
	class?: string;
	/** What it shows, in words. */
	label: string;
}): JSX.Element {
	const { player, seat, source, label } = props;
	const canvas = useRef<HTMLCanvasElement>(null);
	useEffect(() => {
		if (canvas.current === null) return undefined;
		return player.show(seat, source, canvas.current);
	}, [player, seat, source]);
	return (
		<canvas
			ref={canvas}
			class={props.class}
			role="img"
			aria-label={label}
			data-seat={seat}
			data-source={source}
			data-frames="0"
			width={16}
			height={9}
		/>
	);
}
