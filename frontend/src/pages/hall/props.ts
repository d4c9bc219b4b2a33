import type { Link } from "@/link";
import type { CanPlay, Player } from "@/media";
import type { Meeting, View } from "@/wire/protocol";

/** What the browser lacks to take sound and picture; null where it lacks nothing. */
export type Missing = Extract<CanPlay, { ok: false }>["missing"] | null;

export interface HallProps {
	link: Link;
	/** Null where the browser cannot play. */
	player: Player | null;
	missing: Missing;
}

/** What the parts of the hall need. */
export interface RoomProps extends HallProps {
	meeting: Meeting;
	view: View;
	/** The key of the seat whose page this is. */
	mine: string;
}
