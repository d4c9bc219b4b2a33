import type { ChairActsStrings } from "../strings/chair-acts";

export default {
	give: {
		short: "Give the floor",
		full: (name) => `Give the floor to ${name}`,
		done: (name) => `${name} has the floor.`,
	},
	take: {
		short: "Take the floor back",
		full: (name) => `Take the floor back from ${name}`,
		done: (name) => `The floor was taken from ${name}.`,
	},
	open_microphone: {
		short: "Open the microphone",
		full: (name) => `Open the microphone of ${name}`,
		done: (name) => `The microphone of ${name} is open.`,
	},
	close_microphone: {
		short: "Close the microphone",
		full: (name) => `Close the microphone of ${name}`,
		done: (name) => `The microphone of ${name} is closed.`,
	},
	show_camera: {
		short: "Show the camera",
		full: (name) => `Show the camera of ${name}`,
		done: (name) => `The camera of ${name} is on the stage.`,
	},
	hide_camera: {
		short: "Hide the camera",
		full: (name) => `Hide the camera of ${name}`,
		done: (name) => `The camera of ${name} is off the stage.`,
	},
	show_screen: {
		short: "Show the screen",
		full: (name) => `Show the screen of ${name}`,
		done: (name) => `The screen of ${name} is on the stage.`,
	},
	hide_screen: {
		short: "Hide the screen",
		full: (name) => `Hide the screen of ${name}`,
		done: (name) => `The screen of ${name} is off the stage.`,
	},
	lower: {
		short: "Lower",
		full: (name) => `Lower the hand of ${name}`,
		done: (name) => `The hand of ${name} was lowered.`,
	},
	send_out: {
		short: "Send out",
		full: (name) => `Send out ${name}`,
		done: (name) => `${name} was sent out.`,
	},
	let_in: {
		short: "Let in",
		full: (name) => `Let in ${name}`,
		done: (name) => `${name} may come in again.`,
	},
	sendOutQuestion: (name) =>
		`Send out ${name}? Their page will say so, and they cannot come back until you let them in.`,
} satisfies ChairActsStrings;
