import { dictionary } from "../dictionary";

/** What is turned on and off. */
type Source = "microphone" | "camera" | "screen";

/** What is said about devices, and about what of them goes out. */
export interface MediaStrings {
	panel: string;
	use: Record<Source, string>;
	drop: Record<Source, string>;
	mute: string;
	unmute: string;
	/** What becomes of the microphone's sound. */
	sound: { off: string; muted: string; closed: string; open: string; lost: string };
	/** As `sound.closed`, said to the chair, who opens it. */
	closedByYou: string;
	/** What opens the choice of devices. */
	devices: string;
	which: { microphone: string; camera: string; loudspeaker: string };
	/** The loudspeaker that the system has chosen, whichever it is. */
	systemLoudspeaker: string;
	/** The nth device, where the browser does not name it. */
	nth: Record<"microphone" | "camera" | "loudspeaker", (n: number) => string>;
	level: string;
	selfView: Record<"camera" | "screen", string>;
	noSelfView: string;
	/** Said to a speaker whose connection does not bear the whole picture. */
	uplink: Record<"reduced" | "paused", string>;
	/** Why less of the pictures is shown. */
	pictures: Record<"weak" | "chosen", Record<"small" | "stills" | "sound", string>>;
	saving: { label: string } & Record<"automatic" | "small" | "sound", string>;
	failure: Record<"denied" | "not_found" | "busy" | "unsupported" | "ended", Record<Source, string>>;
	cannotPlay: Record<"webcodecs" | "secure_context" | "worklet", string>;
}

export const media = /* @__PURE__ */ dictionary<MediaStrings>({
	en: () => import("../en/media"),
	kk: () => import("../kk/media"),
	ko: () => import("../ko/media"),
	ru: () => import("../ru/media"),
});
