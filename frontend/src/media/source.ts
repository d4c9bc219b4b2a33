/** What a seat can publish; each is one MoQ track of the same name. */
export type Source = "microphone" | "camera" | "screen";

/** Those that are seen. */
export type PictureSource = "camera" | "screen";
