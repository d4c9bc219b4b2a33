import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Link, Offer } from "@/link";
import type { PictureFormat, SoundFormat } from "@/wire/protocol";
import { acquireSession, type MediaSession, releaseSession, type SessionStatus } from "../session";
import type { PictureSource, Source } from "../source";
import { tellSystemOfMicrophone } from "../system-sound";
import type { Outlet } from "../way";
import { openDevice } from "./devices";
import { type Failure, failureCode } from "./failure";
import { PictureSender } from "./picture-sender";
import { canEncodeSound, SOUND_FORMAT, SoundSender } from "./sound-sender";

/** Packets of 20 ms to one level: about ten levels a second. */
const PACKETS_A_LEVEL = 5;

interface Sender {
	wanted: boolean;
	close(): void;
}

/**
 * Sends a seat's microphone, camera and screen.
 *
 * Having a device says to the server that it could be taken; nothing is encoded, and nothing leaves
 * this machine, before the server takes it, which it does when the chair has opened it.
 */
export class Publisher {
	/** Whether the speaker has silenced their own microphone: it stays open, and nothing of it is sent. */
	readonly muted: Signal<boolean> = signal(false);
	/** Whether the server is told of the devices: false while they are only being tried out. */
	readonly ready: Signal<boolean> = signal(true);
	readonly #link: Link;
	readonly #session: MediaSession;
	readonly #tracks = {
		microphone: signal<MediaStreamTrack | null>(null),
		camera: signal<MediaStreamTrack | null>(null),
		screen: signal<MediaStreamTrack | null>(null),
	};
	readonly #formats = {
		microphone: signal<SoundFormat | null>(null),
		camera: signal<PictureFormat | null>(null),
		screen: signal<PictureFormat | null>(null),
	};
	readonly #senders = new Map<Source, Sender>();
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

	/** Where the media connection stands. */
	get status(): ReadonlySignal<SessionStatus> {
		return this.#session.status;
	}

	/** Why the device last asked for is not there; null once it is. */
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

	/** Sends a track that is there already in place of a device's; it is stopped like a device. */
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
		this.#take("microphone", track, sender);
		this.#formats.microphone.value = SOUND_FORMAT;
	}

	/** Opens a camera in place of the present one. */
	async useCamera(deviceId?: string): Promise<void> {
		await this.#usePicture("camera", deviceId);
	}

	/** Asks which screen, window or tab to share, in place of the present one. */
	async useScreen(): Promise<void> {
		await this.#usePicture("screen");
	}

	/** Lets go of a device. */
	drop(source: Source): void {
		this.#asked[source]++;
		this.#letGo(source);
		this.#tracks[source].value = null;
		this.#formats[source].value = null;
		if (source !== "microphone") return;
		this.#level.value = 0;
		tellSystemOfMicrophone(false);
	}

	/** Lets go of every device. */
	close(): void {
		this.#closed = true;
		for (const source of ["microphone", "camera", "screen"] as const) this.drop(source);
		for (const stop of this.#stops) stop();
		releaseSession(this.#link);
	}

	async #usePicture(source: PictureSource, deviceId?: string): Promise<void> {
		const track = await this.#open(source, deviceId);
		if (track !== null) this.#sendPicture(source, track);
	}

	#sendPicture(source: PictureSource, track: MediaStreamTrack): void {
		const sender = new PictureSender(track, source, {
			send: (encoded) => this.#outlet.peek()?.send(source, encoded),
			format: (format) => {
				this.#outlet.peek()?.endGroup(source);
				this.#formats[source].value = format;
				if (format === null) this.#failure.value = { source, code: "unsupported" };
			},
		});
		this.#take(source, track, sender);
	}

	/** Opens a device; null where there is none, or where it is not wanted any more. */
	async #open(source: Source, deviceId?: string): Promise<MediaStreamTrack | null> {
		const asked = ++this.#asked[source];
		let track: MediaStreamTrack;
		try {
			track = await openDevice(source, deviceId);
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
		// What was offered stays offered: another microphone is no reason for the server to begin anew.
		this.#letGo(source);
		if (this.#failure.peek()?.source === source) this.#failure.value = null;
		return track;
	}

	#letGo(source: Source): void {
		this.#senders.get(source)?.close();
		this.#senders.delete(source);
		const track = this.#tracks[source].peek();
		if (track) {
			track.onended = null;
			track.stop();
		}
		this.#outlet.peek()?.endGroup(source);
	}

	#take(source: Source, track: MediaStreamTrack, sender: Sender): void {
		track.onended = () => {
			this.drop(source);
			// A shared screen is ended by the browser's own button; a device is not.
			if (source !== "screen") this.#failure.value = { source, code: "ended" };
		};
		this.#senders.set(source, sender);
		this.#tracks[source].value = track;
	}

	/** Says what could be taken. */
	#offer(): void {
		const offer: Offer = {};
		const { microphone, camera, screen } = this.#formats;
		if (this.ready.value) {
			if (microphone.value) offer.microphone = microphone.value;
			if (camera.value) offer.camera = camera.value;
			if (screen.value) offer.screen = screen.value;
		}
		this.#link.sending(offer);
	}

	/** Encodes what is taken, and nothing else. */
	#steer(): void {
		for (const source of ["microphone", "camera", "screen"] as const) {
			// Read first, so that this runs again when the device is there.
			const there = this.#tracks[source].value !== null;
			const taken = this.#outlet.value?.wants(source) ?? false;
			const wanted = taken && !(source === "microphone" && this.muted.value);
			const sender = this.#senders.get(source);
			if (there && sender) sender.wanted = wanted;
		}
	}

	#measure(rms: number): void {
		this.#loudest = Math.max(this.#loudest, rms);
		if (++this.#packets < PACKETS_A_LEVEL) return;
		this.#level.value = this.#loudest;
		this.#loudest = 0;
		this.#packets = 0;
	}
}
