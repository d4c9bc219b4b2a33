import { ordinal, plural } from "../plural";
import type { HallStrings } from "../strings/hall";

export default {
	planned: "The meeting has not been opened yet.",
	plannedNote: "The chair will open the meeting. Please leave this page open.",
	opensIn: "until the start",
	days: plural("en", { one: "# day", other: "# days" }),
	emptyStage: "Nobody is on the stage at the moment.",
	emptyStageNote: "The picture appears here as soon as the chair puts it on the stage.",
	closed: "The meeting is closed.",
	closedAt: (time) => `The chair closed it at ${time}. Thank you for taking part.`,
	nobodySpeaks: "Nobody has the floor at the moment.",
	speaksNow: "Has the floor",
	microphoneClosed: "Microphone closed",
	youHaveFloor: "You have the floor.",
	youHaveFloorNote: "Turn on your microphone: the whole meeting will hear you.",
	youHadFloor: "Your floor has ended. Your microphone is closed.",
	controls: "Controls",
	raiseHand: "Raise hand",
	lowerHand: "Lower hand",
	myPlace: (place) => `${ordinal(place)} in the list`,
	handNotOpen: "Hands can be raised once the meeting is open.",
	handLost: "The connection is lost; please wait until it is back.",
	sound: "Sound",
	soundOn: "Turn on the sound",
	mute: "Mute",
	unmute: "Unmute",
	volume: "Volume",
	fullScreen: "Full screen",
	leaveFullScreen: "Leave full screen",
	programmeAndSpeakers: "Programme and speakers",
	noHands: "No hand is raised.",
	mediaLost: "Sound and picture are being connected again. The last picture is kept.",
	cannotPlay: {
		webcodecs:
			"This browser cannot decode the picture and sound. Please open your link in a current version of Chrome, Edge or Firefox.",
		secure_context:
			"Picture and sound need a secure connection. Please open the link exactly as you received it, beginning with https.",
		worklet: "This browser cannot play the sound. Please update it, and open your link again.",
	},
	cannotPlayNote: "Everything else on this page works.",
} satisfies HallStrings;
