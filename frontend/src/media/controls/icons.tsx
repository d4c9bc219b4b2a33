import type { ComponentChildren } from "preact";

function Icon({ children }: { children: ComponentChildren }) {
	return (
		<svg
			viewBox="0 0 24 24"
			width="20"
			height="20"
			fill="none"
			stroke="currentColor"
			stroke-width="1.8"
			stroke-linecap="round"
			stroke-linejoin="round"
			aria-hidden="true"
		>
			{children}
		</svg>
	);
}

const microphone = (
	<path d="M12 3.5a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21" />
);
const camera = <path d="M3.5 7h11.5v10H3.5zM15 11l5.5-3v8L15 13z" />;
const screen = <path d="M3.5 5h17v11h-17zM8.5 20h7M12 8v5M9.7 10.2 12 8l2.3 2.2" />;
const stroke = <path d="M4 4l16 16" />;

/** Signs for the devices, on and off. */
export const deviceIcons = {
	microphone: <Icon>{microphone}</Icon>,
	microphoneOff: (
		<Icon>
			{microphone}
			{stroke}
		</Icon>
	),
	camera: <Icon>{camera}</Icon>,
	cameraOff: (
		<Icon>
			{camera}
			{stroke}
		</Icon>
	),
	screen: <Icon>{screen}</Icon>,
};
