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

/** The signs of the three sources, and struck through while closed or off the stage. */
export function SourceIcon({ source, off }: { source: "microphone" | "camera" | "screen"; off: boolean }) {
	const drawn = {
		microphone: (
			<path d="M12 3.5a3 3 0 0 1 3 3V11a3 3 0 0 1-6 0V6.5a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5v3" />
		),
		camera: (
			<path d="M3.5 7.5a1.5 1.5 0 0 1 1.5-1.5h9a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5H5a1.5 1.5 0 0 1-1.5-1.5zM15.5 10.5l5-3v9l-5-3" />
		),
		screen: <path d="M4 5h16v11H4zM9 20h6M12 16v4" />,
	};
	return <Icon off={off}>{drawn[source]}</Icon>;
}

export const outIcon = (
	<Icon>
		<path d="M13 4H6v16h7M10.5 12H20M16.5 8.5L20 12l-3.5 3.5" />
	</Icon>
);

export const keyboardIcon = (
	<Icon>
		<path d="M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M7.5 14h9" />
	</Icon>
);

export const backIcon = (
	<Icon>
		<path d="M10 6l-6 6 6 6M4 12h16" />
	</Icon>
);
