import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Link } from "@/link";
import type { PictureFormat, Sending, SoundFormat } from "@/wire/protocol";
import { acquireSession, type MediaSession, releaseSession, type SessionStatus } from "../session";
import { type PictureSource, type SmallSource, type Source, smallOf } from "../source";
import { tellSystemOfMicrophone } from "../system-sound";
import type { Outlet } from "../way";
import { openDevice } from "./devices";
import { type Failure, failureCode } from "./failure";
import { PictureSender } from "./picture-sender";
import { canEncodeSound, SOUND_FORMAT, SoundSender } from "./sound-sender";
import { UplinkPolicy, type UplinkState } from "./uplink";

/** The number of 20 ms packets per level: about ten levels a second. */
const PACKETS_PER_LEVEL = 5;

/** How often the uplink is checked. */
const CHECK_INTERVAL_MS = 250;

type Formats = Record<"microphone", Signal<SoundFormat | null>> &
	Record<PictureSource | SmallSource, Signal<PictureFormat | null>>;

/**
 * Sends a seat's microphone, camera and screen.
 *
 * Having a device says to the server that it could be taken; nothing is encoded, and nothing leaves
 * this machine, before the server takes it, which it does when the chair has opened it.
 */
export class Publisher {
	/**
	 * Whether the speaker has silenced their own microphone: it stays open, and nothing of it is
	 * sent.
	 */
	readonly muted: Signal<boolean> = signal(false);
	/** Whether the server is told of the devices: false while they are only being tried out. */
	readonly ready: Signal<boolean> = signal(true);
	/**
	 * Whether the browser takes echo and noise out of the microphone that is opened next, and
	 * levels it.
	 */
	readonly processed: Signal<boolean> = signal(true);
	readonly #link: Link;
	readonly #session: MediaSession;
	readonly #tracks = {
		microphone: signal<MediaStreamTrack | null>(null),
		camera: signal<MediaStreamTrack | null>(null),
		screen: signal<MediaStreamTrack | null>(null),
	};
	readonly #formats: Formats = {
		microphone: signal(null),
		camera: signal(null),
		screen: signal(null),
		camera_small: signal(null),
		screen_small: signal(null),
	};
	#sound: SoundSender | null = null;
	readonly #pictures = new Map<PictureSource, PictureSender>();
	readonly #policy = new UplinkPolicy();
	readonly #uplink = signal<UplinkState>("good");
	readonly #timer: ReturnType<typeof setInterval>;
	/** Counts the openings of each device, so that of two asked for at once the later one wins. */
	readonly #asked: Record<Source, number> = { microphone: 0, camera: 0, screen: 0 };
	readonly #level = signal(0);
	readonly #failure = signal<Failure | null>(null);
	readonly #stops: (() => void)[];
	/** Where the present connection sends to; null without one. */
	readonly #outlet: ReadonlySignal<Outlet | null>;
	#loudest = 0;
	#packets = 0;
	#closed = false;

	constructor(link: Link) {
		this.#link = link;
		this.#session = acquireSession(link);
		this.#outlet = computed(() => this.#session.established.value?.outlet ?? null);
		this.#stops = [effect(() => this.#offer()), effect(() => this.#steer())];
		this.#timer = setInterval(() => this.#look(), CHECK_INTERVAL_MS);
	}

	/** The microphone, while there is one. */
	get microphone(): ReadonlySignal<MediaStreamTrack | null> {
		return this.#tracks.microphone;
	}

	/** The camera, while there is one. */
	get camera(): ReadonlySignal<MediaStreamTrack | null> {
		return this.#tracks.camera;
	}

	/** The screen, while one is shared. */
	get screen(): ReadonlySignal<MediaStreamTrack | null> {
		return this.#tracks.screen;
	}

	/** The microphone's amplitude, from 0 to 1, about ten times a second; also while muted. */
	get level(): ReadonlySignal<number> {
		return this.#level;
	}

	/** The state of the media connection. */
	get status(): ReadonlySignal<SessionStatus> {
		return this.#session.status;
	}

	/** Whether the connection bears the pictures in full, reduced, or not at all. */
	get uplink(): ReadonlySignal<UplinkState> {
		return this.#uplink;
	}

	/** Why the device requested last is not available; null if it is. */
	get failure(): ReadonlySignal<Failure | null> {
		return this.#failure;
	}

	/** Opens a microphone in place of the present one. */
	async useMicrophone(deviceId?: string): Promise<void> {
		if (!(await canEncodeSound())) {
			this.#failure.value = { source: "microphone", code: "unsupported" };
			return;
		}
		const track = await this.#open("microphone", deviceId);
		if (track !== null) this.#sendSound(track);
	}

	/** Sends an existing track in place of a device's. It is stopped like a device. */
	useTrack(source: Source, track: MediaStreamTrack): void {
		this.#asked[source]++;
		this.#letGo(source);
		if (source === "microphone") this.#sendSound(track);
		else this.#sendPicture(source, track);
	}

	#sendSound(track: MediaStreamTrack): void {
		const sender = new SoundSender(
			track,
			(encoded) => this.#outlet.peek()?.send("microphone", encoded),
			(rms) => this.#measure(rms),
		);
		tellSystemOfMicrophone(true);
		this.#sound = sender;
		this.#take("microphone", track);
		this.#formats.microphone.value = SOUND_FORMAT;
	}

	/** Opens a camera in place of the present one. */
	async useCamera(deviceId?: string): Promise<void> {
		await this.#usePicture("camera", deviceId);
	}

	/** Lets the user choose a screen, window or tab to share, in place of the present one. */
	async useScreen(): Promise<void> {
		await this.#usePicture("screen");
	}

	/** Stops a device. */
	drop(source: Source): void {
		this.#asked[source]++;
		this.#letGo(source);
		this.#tracks[source].value = null;
		this.#formats[source].value = null;
		if (source !== "microphone") {
			this.#formats[smallOf(source)].value = null;
			return;
		}
		this.#level.value = 0;
		tellSystemOfMicrophone(false);
	}

	/** Stops every device, and leaves the session. */
	close(): void {
		this.#closed = true;
		for (const source of ["microphone", "camera", "screen"] as const) this.drop(source);
		for (const stop of this.#stops) stop();
		clearInterval(this.#timer);
		releaseSession(this.#link);
	}

	async #usePicture(source: PictureSource, deviceId?: string): Promise<void> {
		const track = await this.#open(source, deviceId);
		if (track !== null) this.#sendPicture(source, track);
	}

	#sendPicture(source: PictureSource, track: MediaStreamTrack): void {
		const sender = new PictureSender(track, source, {
			send: (rendition, encoded) => this.#outlet.peek()?.send(rendition, encoded),
			format: (rendition, format) => {
				this.#outlet.peek()?.endGroup(rendition);
				this.#formats[rendition].value = format;
				if (format === null && rendition === source) this.#failure.value = { source, code: "unsupported" };
			},
		});
		sender.share = this.#policy.share || 1;
		this.#pictures.set(source, sender);
		this.#take(source, track);
	}

	/** Opens a device; null if there is none, or if it is not wanted any more. */
	async #open(source: Source, deviceId?: string): Promise<MediaStreamTrack | null> {
		const asked = ++this.#asked[source];
		let track: MediaStreamTrack;
		try {
			track = await openDevice(source, deviceId, this.processed.peek());
		} catch (thrown) {
			// Closing the browser's choice of screens is an answer, not a failure.
			const code = failureCode(thrown);
			if (asked === this.#asked[source] && !(source === "screen" && code === "denied")) {
				this.#failure.value = { source, code };
			}
			return null;
		}
		if (this.#closed || asked !== this.#asked[source]) {
			track.stop();
			return null;
		}
		// The offer stays: another microphone is no reason for the server to begin anew.
		this.#letGo(source);
		if (this.#failure.peek()?.source === source) this.#failure.value = null;
		return track;
	}

	#letGo(source: Source): void {
		if (source === "microphone") {
			this.#sound?.close();
			this.#sound = null;
		} else {
			this.#pictures.get(source)?.close();
			this.#pictures.delete(source);
			this.#outlet.peek()?.endGroup(smallOf(source));
		}
		const track = this.#tracks[source].peek();
		if (track) {
			track.onended = null;
			track.stop();
		}
		this.#outlet.peek()?.endGroup(source);
	}

	#take(source: Source, track: MediaStreamTrack): void {
		track.onended = () => {
			this.drop(source);
			// A shared screen is ended by the browser's own button; a device is not.
			if (source !== "screen") this.#failure.value = { source, code: "ended" };
		};
		this.#tracks[source].value = track;
	}

	/** Tells the server which sources there are. */
	#offer(): void {
		const offer: Sending = { type: "sending" };
		const { microphone, ...pictures } = this.#formats;
		if (this.ready.value) {
			if (microphone.value) offer.microphone = microphone.value;
			// A paused picture is withdrawn: the hall sees the nameplate rather than a frozen
			// picture.
			const paused = this.#uplink.value === "paused";
			for (const source of ["camera", "screen", "camera_small", "screen_small"] as const) {
				const format = pictures[source].value;
				if (format && !paused) offer[source] = format;
			}
		}
		this.#link.declare(offer);
	}

	/** Encodes only what the server takes. */
	#steer(): void {
		const outlet = this.#outlet.value;
		// All signals are read before use, so that this runs again when a device appears.
		const { microphone, camera, screen } = this.#tracks;
		const sounds =
			microphone.value !== null && !this.muted.value && (outlet?.isSubscribed("microphone") ?? false);
		if (this.#sound) this.#sound.wanted = sounds;
		for (const source of ["camera", "screen"] as const) {
			const there = (source === "camera" ? camera : screen).value !== null;
			const wanted = {
				[source]: outlet?.isSubscribed(source),
				[smallOf(source)]: outlet?.isSubscribed(smallOf(source)),
			};
			this.#pictures.get(source)?.want((rendition) => there && (wanted[rendition] ?? false));
		}
	}

	/** Adapts the bit rate to the uplink. */
	#look(): void {
		const outlet = this.#outlet.peek();
		if (outlet === null) return;
		this.#policy.step(outlet.backlog(), performance.now());
		if (this.#policy.share > 0)
			for (const sender of this.#pictures.values()) sender.share = this.#policy.share;
		this.#uplink.value = this.#pictures.size > 0 ? this.#policy.state : "good";
	}

	#measure(rms: number): void {
		this.#loudest = Math.max(this.#loudest, rms);
		if (++this.#packets < PACKETS_PER_LEVEL) return;
		this.#level.value = this.#loudest;
		this.#loudest = 0;
		this.#packets = 0;
	}
}
