/** What a person turns on and off, and the chair opens and shows. */
export type Source = "microphone" | "camera" | "screen";

/** The sources that are seen. */
export type PictureSource = "camera" | "screen";

/** A smaller rendition of a picture, for those whose connection does not bear the full one. */
export type SmallSource = "camera_small" | "screen_small";

/** What is sent of a seat: each is a track of the same name. */
export type TrackSource = Source | SmallSource;

/** Every track that there can be, the most urgent first. */
export const TRACKS: readonly TrackSource[] = [
	"microphone",
	"screen",
	"camera",
	"screen_small",
	"camera_small",
];

/** The priority of each track on a narrow link; higher is sent first. */
export const PRIORITY: Readonly<Record<TrackSource, number>> = {
	microphone: 100,
	screen: 60,
	screen_small: 55,
	camera: 40,
	camera_small: 35,
};

/** The smaller rendition of a picture. */
export function smallOf(source: PictureSource): SmallSource {
	return `${source}_small`;
}
