import type { RecordingStrings } from "../strings/recording";

export default {
	band: {
		title: "Off the record",
		body: "Nothing that is said or shown now is kept.",
		since: (hour) => `since ${hour}`,
	},
	stop: "Go off the record",
	stopQuestion: "Go off the record? Nothing is kept from then on, and every page will say so.",
	stopConfirm: "Go off the record",
	stopped: "The meeting is off the record.",
	resume: "Go on the record",
	resumeQuestion: "Go on the record? What is said and shown will be kept again.",
	resumeConfirm: "Go on the record",
	resumed: "The meeting is on the record again.",
	none: "This server keeps no recording",
	kept: "Being recorded",
	trouble: {
		disk_low: "The disk is nearly full: the recording will soon stop. Ask the organiser to make room.",
		disk_full: "The disk is full: nothing is being recorded. Recording goes on by itself once there is room.",
		cannot_write: "Something can't be recorded. The organiser finds the reason in the server's log.",
		too_slow: "The disk is too slow: parts of the recording are missing.",
	},
	video: (percent) => `The video is being made: ${percent}`,
	videoReady: "The video is ready",
} satisfies RecordingStrings;
