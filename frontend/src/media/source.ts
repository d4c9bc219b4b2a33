/** What a person turns on and off, and what the chair opens and shows. */
export type Source = "microphone" | "camera" | "screen";

/** Those that are seen. */
export type PictureSource = "camera" | "screen";

/** A smaller rendition of a picture, for those whose connection does not bear the full one. */
export type SmallSource = "camera_small" | "screen_small";

/** What is sent of a seat; each is one track of the same name. */
export type TrackSource = Source | SmallSource;

/** Every track that there can be, the most urgent first. */
export const TRACKS: readonly TrackSource[] = [
	"microphone",
	"screen",
	"camera",
	"screen_small",
	"camera_small",
];

/** Where there is not room for all, the higher goes first: sound before picture. */
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
