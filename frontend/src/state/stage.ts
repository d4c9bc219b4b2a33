import type { OnStage, View } from "@/wire/protocol";

/** What the stage shows, arranged. All of it can be taken now. */
export interface StagePictures {
	/** The one camera that is large. */
	large?: OnStage;
	/** A screen, beside the large camera. */
	screen?: OnStage;
	/** Every other camera. */
	strip: OnStage[];
}

/**
 * How the pictures on the stage are arranged, the same for everybody.
 *
 * Large is the camera of whoever was given the floor last; while nobody on the stage has the floor, the one
 * that was put there first. Pictures whose stream is not there (yet) are left out.
 */
export function stagePictures(view: View): StagePictures {
	const there = view.stage.filter(({ seat, source }) => view.streams[seat]?.[source] !== undefined);
	const cameras = there.filter(({ source }) => source === "camera");
	const screens = there.filter(({ source }) => source === "screen");
	const given = view.floor.map(({ seat }) => seat);
	const rank = ({ seat }: OnStage) => given.lastIndexOf(seat);
	let large = cameras[0];
	for (const camera of cameras) if (large && rank(camera) > rank(large)) large = camera;
	const arranged: StagePictures = { strip: cameras.filter((camera) => camera !== large) };
	if (large) arranged.large = large;
	const screen = screens.toSorted((a, b) => rank(b) - rank(a))[0];
	if (screen) arranged.screen = screen;
	return arranged;
}
