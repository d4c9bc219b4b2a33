import type { ComponentChildren } from "preact";
import { t, words } from "@/i18n";
import type { Player } from "@/media";
import { Nameplate, plateOf } from "@/ui";
import type { Meeting, View } from "@/wire/protocol";
import { LevelSign } from "./level-sign";
import { Picture } from "./picture";
import { stageBoxes, stageTiles, type Tile } from "./stage-layout";
import "./stage-view.css";

export interface StageViewProps {
	player: Player;
	meeting: Meeting;
	view: View;
	/** The viewing seat: the server does not send its own picture back to it. */
	mySeat: string;
	/** Draws the seat's own camera or screen; without it, its nameplate stands there. */
	own?: ((source: "camera" | "screen") => ComponentChildren) | undefined;
	/** The content of an empty stage. */
	empty?: ComponentChildren;
}

/**
 * The stage as everybody sees it: whoever speaks large, the others in a row, a screen beside its
 * speaker.
 *
 * As wide as its parent, 16:9, and never higher than a parent whose height is fixed.
 */
export function StageView(props: StageViewProps) {
	const { meeting, view } = props;
	const tiles = stageTiles(meeting, view);
	const boxes = stageBoxes(tiles);
	return (
		<div class="stage-view">
			{tiles.length === 0 && <div class="stage-view-empty">{props.empty}</div>}
			{tiles.map((tile, place) => {
				const { left, top, width, height } = boxes[place] ?? { left: 0, top: 0, width: 0, height: 0 };
				return (
					// One flat list with keys: a picture that moves keeps its canvas, and so its
					// last picture.
					<figure
						key={`${tile.seat}/${tile.kind}`}
						class={`stage-tile stage-tile-${tile.place}`}
						data-floor={tile.floor ? "" : undefined}
						style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
					>
						<TilePicture {...props} tile={tile} />
						{tile.kind !== "plate" && tiles.length > 1 && <Caption meeting={meeting} tile={tile} />}
					</figure>
				);
			})}
			{tiles.length > 0 && <LevelSign player={props.player} />}
		</div>
	);
}

function TilePicture({ player, meeting, mySeat, own, tile }: StageViewProps & { tile: Tile }) {
	const seat = meeting.seats[tile.seat];
	if (!seat) return null;
	if (tile.kind !== "plate") {
		if (tile.seat !== mySeat) {
			const label = `${plateOf(seat).head}: ${t(words).source[tile.kind]}`;
			return (
				<Picture player={player} seat={tile.seat} source={tile.kind} class="stage-picture" label={label} />
			);
		}
		const picture = own?.(tile.kind);
		if (picture) return <div class="stage-own">{picture}</div>;
	}
	return (
		<div class="stage-plate">
			<Nameplate seat={seat} tone="stage" size={tile.place === "large" ? "large" : "small"} />
		</div>
	);
}

function Caption({ meeting, tile }: { meeting: Meeting; tile: Tile }) {
	const seat = meeting.seats[tile.seat];
	const name = seat ? plateOf(seat).head : "";
	return (
		<figcaption class="stage-caption">
			{tile.kind === "screen" ? `${t(words).source.screen}: ${name}` : name}
		</figcaption>
	);
}
