import type { MediaStrings } from "../strings/media";

export default {
	panel: "Your microphone, camera and screen",
	use: { microphone: "Turn on microphone", camera: "Turn on camera", screen: "Share screen" },
	drop: { microphone: "Turn off microphone", camera: "Turn off camera", screen: "Stop sharing" },
	mute: "Mute",
	unmute: "Unmute",
	sound: {
		off: "Your microphone is off. Nobody can hear you.",
		muted: "You have muted yourself. Nobody hears you.",
		closed: "The chair has not opened your microphone. Nobody hears you yet.",
		open: "Your microphone is open. Everybody hears you.",
		lost: "The connection is interrupted. It is not certain that anybody hears you.",
	},
	closedByYou: "Your microphone is closed. Nobody hears you until you take the floor or open it.",
	devices: "Choose devices",
	which: { microphone: "Which microphone", camera: "Which camera", loudspeaker: "Which loudspeaker" },
	systemLoudspeaker: "As the system has it",
	nth: {
		microphone: (n) => `Microphone ${n}`,
		camera: (n) => `Camera ${n}`,
		loudspeaker: (n) => `Loudspeaker ${n}`,
	},
	level: "Your voice",
	selfView: { camera: "Your camera", screen: "Your screen" },
	noSelfView: "Your camera is off",
	uplink: {
		reduced: "Your connection is weak: your picture is reduced. Your voice goes first.",
		paused: "Your connection is too weak for your picture, which is not sent for now. Your voice still is.",
	},
	pictures: {
		weak: {
			small: "Smaller picture: the connection is weak",
			stills: "Still pictures: the connection is weak",
			sound: "Sound only: the connection is weak",
		},
		chosen: {
			small: "Smaller picture, as you chose",
			stills: "Still pictures, to save data",
			sound: "Sound only, as you chose",
		},
	},
	saving: {
		label: "Save data",
		automatic: "Automatic",
		small: "Smaller picture",
		sound: "Sound only",
	},
	failure: {
		denied: {
			microphone:
				"The browser does not let this page use your microphone. Allow it in the address bar, then try again.",
			camera:
				"The browser does not let this page use your camera. Allow it in the address bar, then try again.",
			screen: "The browser does not let this page share your screen.",
		},
		not_found: {
			microphone: "No microphone was found. Plug one in, then try again.",
			camera: "No camera was found. Plug one in, then try again.",
			screen: "There was no screen to share.",
		},
		busy: {
			microphone: "The microphone is in use by another program. Close that program, then try again.",
			camera: "The camera is in use by another program. Close that program, then try again.",
			screen: "The screen could not be captured. Try again, or share a single window.",
		},
		unsupported: {
			microphone: "This browser cannot send sound. Use a current Chrome, Edge or Firefox.",
			camera: "This browser cannot send a picture. Use a current Chrome, Edge or Firefox.",
			screen: "This browser cannot share the screen. Use a current Chrome, Edge or Firefox on a computer.",
		},
		ended: {
			microphone: "Your microphone was unplugged or taken away. Choose it again, or another one.",
			camera: "Your camera was unplugged or taken away. Choose it again, or another one.",
			screen: "Your screen is not shared any more.",
		},
	},
	cannotPlay: {
		secure_context:
			"Sound and picture need a secure connection. Open your personal link again, beginning with https.",
		webcodecs:
			"This browser cannot decode the meeting's sound and picture. Open your personal link in a current Chrome, Edge or Firefox.",
		worklet:
			"This browser cannot play the meeting's sound. Open your personal link in a current Chrome, Edge or Firefox.",
	},
} satisfies MediaStrings;
