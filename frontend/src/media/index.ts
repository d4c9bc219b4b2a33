import type { ReadonlySignal, Signal } from "@preact/signals";
import type { JSX } from "preact";
import type { Link } from "@/link";

export type Source = "microphone" | "camera" | "screen";
export type PlayerStatus = "connecting" | "connected" | "lost";
export type FailureCode = "denied" | "not_found" | "busy" | "unsupported" | "ended";
export interface Failure {
	source: Source;
	code: FailureCode;
}

export declare class Player {
	constructor(link: Link);
	readonly blocked: ReadonlySignal<boolean>;
	readonly volume: Signal<number>;
	readonly muted: Signal<boolean>;
	readonly levels: ReadonlySignal<Record<string, number>>;
	readonly status: ReadonlySignal<PlayerStatus>;
	unlock(): Promise<void>;
	close(): void;
}

export declare class Publisher {
	constructor(link: Link);
	readonly microphone: ReadonlySignal<MediaStreamTrack | null>;
	readonly camera: ReadonlySignal<MediaStreamTrack | null>;
	readonly screen: ReadonlySignal<MediaStreamTrack | null>;
	readonly muted: Signal<boolean>;
	readonly level: ReadonlySignal<number>;
	readonly failure: ReadonlySignal<Failure | null>;
	useMicrophone(deviceId?: string): Promise<void>;
	useCamera(deviceId?: string): Promise<void>;
	useScreen(): Promise<void>;
	drop(source: Source): void;
	close(): void;
}

export declare function Picture(props: {
	player: Player;
	seat: string;
	source: "camera" | "screen";
	class?: string;
	label: string;
}): JSX.Element;

export declare function SpeakPanel(props: { link: Link; publisher: Publisher }): JSX.Element;

export type CanPlay =
	| { ok: true }
	| { ok: false; missing: "webtransport" | "webcodecs" | "secure_context" | "worklet" };
export declare function canPlay(): CanPlay;
