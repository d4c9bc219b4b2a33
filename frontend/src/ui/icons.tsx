import type { ComponentChildren } from "preact";

function Icon({ children, off = false }: { children: ComponentChildren; off?: boolean }) {
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
			{off && <path d="M4 4l16 16" />}
		</svg>
	);
}

const sources = {
	microphone: (
		<path d="M12 3.5a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21" />
	),
	camera: <path d="M3.5 7h11.5v10H3.5zM15 11l5.5-3v8L15 13z" />,
	screen: <path d="M3.5 5h17v11h-17zM8.5 20h7M12 8v5M9.7 10.2 12 8l2.3 2.2" />,
};

/** The signs of the three sources, struck through while they are off. */
export function SourceIcon({ source, off = false }: { source: keyof typeof sources; off?: boolean }) {
	return <Icon off={off}>{sources[source]}</Icon>;
}

export const icons = {
	hand: (
		<Icon>
			<path d="M7 12V6.5a1.5 1.5 0 0 1 3 0V11m0-1V4.5a1.5 1.5 0 0 1 3 0V11m0-.5V5.5a1.5 1.5 0 0 1 3 0V12m0-2.5a1.5 1.5 0 0 1 3 0V15c0 4-2.5 6.5-6 6.5-3 0-4.6-1.3-6-3.7L4.3 14.3a1.4 1.4 0 0 1 2.3-1.6L8 14.5" />
		</Icon>
	),
	sound: (
		<Icon>
			<path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />
		</Icon>
	),
	muted: (
		<Icon>
			<path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM16 9.5l5 5m0-5l-5 5" />
		</Icon>
	),
	down: (
		<Icon>
			<path d="M7 10l5 5 5-5" />
		</Icon>
	),
	captions: (
		<Icon>
			<path d="M3 5.5h18v13H3zM6.5 12.5h4M13 12.5h4.5M6.5 15.5h7M16 15.5h1.5" />
		</Icon>
	),
	headphones: (
		<Icon>
			<path d="M4 14.5V12a8 8 0 0 1 16 0v2.5M4 14.5h3v5H5.5A1.5 1.5 0 0 1 4 18zM20 14.5h-3v5h1.5A1.5 1.5 0 0 0 20 18z" />
		</Icon>
	),
	fullScreen: (
		<Icon>
			<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />
		</Icon>
	),
	leaveFullScreen: (
		<Icon>
			<path d="M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5" />
		</Icon>
	),
	list: (
		<Icon>
			<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01" />
		</Icon>
	),
	close: (
		<Icon>
			<path d="M6 6l12 12M18 6L6 18" />
		</Icon>
	),
	theme: (
		<Icon>
			<circle cx="12" cy="12" r="8.5" />
			<path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor" />
		</Icon>
	),
	language: (
		<Icon>
			<circle cx="12" cy="12" r="8.5" />
			<path d="M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17" />
		</Icon>
	),
	out: (
		<Icon>
			<path d="M13 4H6v16h7M10.5 12H20M16.5 8.5L20 12l-3.5 3.5" />
		</Icon>
	),
	keyboard: (
		<Icon>
			<path d="M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M7.5 14h9" />
		</Icon>
	),
	back: (
		<Icon>
			<path d="M10 6l-6 6 6 6M4 12h16" />
		</Icon>
	),
};
