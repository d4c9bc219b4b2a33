// Made from the server's `wire` by `make generate`. Do not change it by hand.

export type Up =
	Ask | Ping | Sending | Hold | SlowDown | Note | WantCaptions | Captioning | WriteLine | CorrectLine;
export type Command =
	| OpenMeeting
	| CloseMeeting
	| BeginItem
	| GiveFloor
	| TakeFloor
	| OpenMicrophone
	| CloseMicrophone
	| ShowPicture
	| HidePicture
	| RaiseHand
	| LowerHand
	| SendOut
	| LetIn
	| SetLanguage
	| ChooseChannel
	| TakeBooth
	| LeaveBooth
	| AskHandover
	| WithdrawHandover
	| SetPivot
	| StopRecord
	| ResumeRecord;
export type Down = Welcome | Change | Done | Refused | Goodbye | Pong | Noted | Caption;
/**
 * A group of seats that get the same view.
 */
export type Audience = "chair" | "stage" | "booth" | "hall";
/**
 * What a seat may do in its meeting.
 */
export type Role = "chair" | "speaker" | "interpreter" | "captioner" | "participant" | "observer";
/**
 * Whether a meeting is still to come, is being held, or is over.
 */
export type Phase = "planned" | "open" | "closed";
/**
 * To whom the organiser has opened a meeting's record.
 */
export type Readers = "seats" | "public";
export type RefusalCode =
	| RequestRefusal
	| OpeningRefusal
	| DoorRefusal
	| FloorRefusal
	| StageRefusal
	| HandRefusal
	| BoothRefusal
	| CaptionRefusal
	| RecordRefusal
	| QuoteRefusal;
/**
 * Refusals that belong to no subject: of the door, or of the store.
 */
export type RequestRefusal = "not_allowed" | "too_fast" | "not_understood" | "not_stored";
/**
 * What the phase or the agenda does not permit.
 */
export type OpeningRefusal =
	"meeting_not_open" | "meeting_already_open" | "no_such_item" | "item_already_begun";
/**
 * What the presence of a seat does not permit.
 */
export type DoorRefusal =
	"no_such_seat" | "seat_absent" | "seat_sent_out" | "seat_not_sent_out" | "chair_stays";
/**
 * What the state of the floor, or a seat's role, does not permit.
 */
export type FloorRefusal =
	| "observers_listen"
	| "interpreters_interpret"
	| "captioners_write"
	| "has_floor"
	| "has_no_floor"
	| "microphone_already_open"
	| "microphone_already_closed";
/**
 * What the state of the stage does not permit.
 */
export type StageRefusal = "on_stage" | "not_on_stage" | "stage_full";
/**
 * What the state of a hand does not permit.
 */
export type HandRefusal = "hand_is_up" | "hand_is_down";
/**
 * What the state of a booth does not permit.
 */
export type BoothRefusal =
	| "no_such_booth"
	| "not_your_booth"
	| "booth_taken"
	| "booth_is_yours"
	| "booth_not_live"
	| "no_partner"
	| "handover_asked"
	| "handover_not_asked"
	| "pivot_circle";
/**
 * What the state of the record or of a line does not permit.
 */
export type CaptionRefusal = "nothing_written" | "no_such_line" | "line_changed";
/**
 * What the state of the record does not permit.
 */
export type RecordRefusal = "off_the_record" | "on_the_record";
/**
 * What the stage of a quote does not permit.
 */
export type QuoteRefusal =
	"no_such_quote" | "not_your_quote" | "quote_not_asked" | "quote_answered" | "quote_withdrawn";
/**
 * Why a seat's connection has no view any more.
 */
export type GoodbyeReason = "replaced" | "sent_out" | "revoked" | "no_seat" | "too_slow";
/**
 * Who wrote a text down.
 */
export type Writer = "machine" | "captioner" | "editor";
/**
 * What a check says in one sentence.
 */
export type CheckVerdict = "ready" | "unseen" | "listening" | "weak" | "silent" | "cannot";
/**
 * What became of one step of a check.
 */
export type CheckMark = "passed" | "failed" | "skipped";
/**
 * Why a text was not taken.
 */
export type SpeechFault = "too_large" | "unknown_kind" | "unreadable" | "empty";
/**
 * Where a quote stands with its speaker.
 */
export type QuoteStage = "made" | "asked" | "approved" | "amended" | "refused" | "withdrawn";

/**
 * The messages between a Hemicycle server and a seat.
 */
export interface Protocol {
	up: Up;
	down: Down;
	programme: Programme;
	check_here: CheckHere;
	check_result: CheckResult;
	kept_checks: KeptChecks;
	speech: Speech;
	speeches: Speeches;
	speech_not_taken: SpeechNotTaken;
	glossary: Glossary;
	glossary_not_taken: GlossaryNotTaken;
	desk: Desk;
	asked_quotes: AskedQuotes;
	communique_desk: CommuniqueDesk;
	public_communiques: PublicCommuniques;
	archive_contents: ArchiveContents;
	archive_found: ArchiveFound;
	archive_readers: ArchiveReaders;
	line_version: LineVersion;
}
/**
 * A command. Answered by `done` or `refused` with the same id.
 */
export interface Ask {
	type: "command";
	id: number;
	command: Command;
}
/**
 * The chair opens the meeting, or opens it again after closing it.
 */
export interface OpenMeeting {
	type: "meeting.open";
}
/**
 * The chair closes the meeting: the floor is taken from everybody and the stage is emptied.
 */
export interface CloseMeeting {
	type: "meeting.close";
}
/**
 * The chair calls an agenda item. It names the item, so pressing "next" twice moves on once.
 */
export interface BeginItem {
	type: "item.begin";
	item: string;
}
/**
 * The chair gives a seat the floor: its microphone is opened, and its camera put on the
 * stage.
 */
export interface GiveFloor {
	type: "floor.give";
	seat: string;
}
/**
 * The chair takes the floor from a seat: its microphone is closed.
 *
 * A speaker's picture stays on the stage; a participant's goes with the floor.
 */
export interface TakeFloor {
	type: "floor.take";
	seat: string;
}
/**
 * The chair opens again the microphone of a seat that has the floor.
 */
export interface OpenMicrophone {
	type: "microphone.open";
	seat: string;
}
/**
 * The chair closes the microphone of a seat, which keeps the floor.
 */
export interface CloseMicrophone {
	type: "microphone.close";
	seat: string;
}
/**
 * The chair puts a seat's camera or screen on the stage.
 */
export interface ShowPicture {
	type: "picture.show";
	seat: string;
	source: "camera" | "screen";
}
/**
 * The chair takes a seat's camera or screen off the stage.
 */
export interface HidePicture {
	type: "picture.hide";
	seat: string;
	source: "camera" | "screen";
}
/**
 * A seat asks for the floor.
 */
export interface RaiseHand {
	type: "hand.raise";
}
/**
 * A seat lowers its own hand, or the chair lowers the hand of the seat named.
 */
export interface LowerHand {
	type: "hand.lower";
	seat?: string | null;
}
/**
 * The chair sends a seat out. It cannot come back until it is let in.
 */
export interface SendOut {
	type: "seat.send_out";
	seat: string;
}
/**
 * The chair lets a seat back in.
 */
export interface LetIn {
	type: "seat.let_in";
	seat: string;
}
/**
 * The chair or a booth says in which language a seat speaks now.
 */
export interface SetLanguage {
	type: "language.set";
	seat: string;
	language: string;
}
/**
 * A seat chooses what it listens to: a booth by its language, or, by null, the original.
 */
export interface ChooseChannel {
	type: "channel.choose";
	booth: string | null;
}
/**
 * An interpreter goes live in a booth where nobody is, or whose live partner asked for the
 * handover.
 *
 * An interpreter who is live in another booth leaves that one by it.
 */
export interface TakeBooth {
	type: "booth.take";
	booth: string;
}
/**
 * The live interpreter stops; the chair can stop any.
 */
export interface LeaveBooth {
	type: "booth.leave";
	booth: string;
}
/**
 * The live interpreter asks a partner to take over; the partner does it by `booth.take`.
 */
export interface AskHandover {
	type: "handover.ask";
	booth: string;
}
/**
 * The live interpreter goes on after all.
 */
export interface WithdrawHandover {
	type: "handover.withdraw";
	booth: string;
}
/**
 * A booth says what it interprets from: another booth, or, by null, the original.
 */
export interface SetPivot {
	type: "pivot.set";
	booth: string;
	pivot: string | null;
}
/**
 * The chair goes off the record: nothing that is said or shown is kept until it goes on.
 */
export interface StopRecord {
	type: "record.stop";
}
/**
 * The chair goes on the record again.
 */
export interface ResumeRecord {
	type: "record.resume";
}
/**
 * Asks for a `pong`: a sign of life, and the server's clock.
 */
export interface Ping {
	type: "ping";
	id: number;
}
/**
 * What the seat's publisher is ready to send; sent again, whole, when it changes.
 *
 * It opens nothing: the server takes from a seat only what the chair has opened.
 */
export interface Sending {
	type: "sending";
	microphone?: SoundFormat | null;
	camera?: PictureFormat | null;
	screen?: PictureFormat | null;
	camera_small?: PictureFormat | null;
	screen_small?: PictureFormat | null;
}
/**
 * How a microphone's sound is encoded.
 */
export interface SoundFormat {
	codec: "opus";
	sample_rate: 48000;
	channels: 1 | 2;
}
/**
 * How a camera's or a screen's picture is encoded. H.264 is sent as Annex B.
 */
export interface PictureFormat {
	codec: string;
	width: number;
	height: number;
}
/**
 * Holds the seat's own sound back, or lets it go again: a cough button, a mute.
 *
 * It opens nothing. The server forwards no sound of the seat meanwhile.
 */
export interface Hold {
	type: "hold";
	held: boolean;
}
/**
 * An interpreter asks, for a booth and without a name, that the floor speak more slowly.
 */
export interface SlowDown {
	type: "slow_down";
	booth: string;
}
/**
 * A line of a booth's chat, among its interpreters and the chair. It is stored nowhere.
 *
 * Answered by `done` or `refused` with the same id; whoever reads the chat gets it as `noted`.
 */
export interface Note {
	type: "note";
	id: number;
	booth: string;
	text: string;
}
/**
 * Which captions the seat wants. After it the latest lines come, then each line as it is
 * written.
 *
 * To be said again on each new connection.
 */
export interface WantCaptions {
	type: "captions";
	wanted: "original" | string | null;
}
/**
 * A captioner writes a language by hand from now on, so that the machine does not; null:
 * no more.
 */
export interface Captioning {
	type: "captioning";
	language: string | null;
}
/**
 * A captioner's line. Answered by `done` once it is stored, or `refused`, with the same id.
 */
export interface WriteLine {
	type: "write";
	id: number;
	seat: string;
	language: string;
	text: string;
}
/**
 * A captioner or the chair corrects a line.
 *
 * Answered by `done` once it is stored, or `refused`.
 */
export interface CorrectLine {
	type: "correct";
	id: number;
	line: number;
	after: number;
	text: string;
}
/**
 * The first message, and again whenever the whole picture has to be drawn anew.
 */
export interface Welcome {
	type: "welcome";
	protocol?: number;
	now: number;
	seat: string;
	audience: Audience;
	channel: string | null;
	meeting: Meeting;
	rev: number;
	view: View;
	media: MediaDoor;
}
/**
 * The meeting as planned, for those who have a seat in it.
 */
export interface Meeting {
	slug: string;
	title: string;
	organiser: string;
	city: string;
	starts: number;
	timezone: string;
	minutes: number;
	languages: string[];
	on_record: boolean;
	categories: Category[];
	items: Item[];
	seats: {
		[k: string]: Seat;
	};
}
/**
 * A kind of body that is represented, as a press report would name it.
 */
export interface Category {
	key: string;
	name: string;
}
/**
 * An agenda item.
 */
export interface Item {
	key: string;
	title: string;
	minutes: number;
	speaker?: string;
}
/**
 * Whose seat it is, as the nameplate says it.
 */
export interface Seat {
	name: string;
	title: string;
	organisation: string;
	role: Role;
	language: string;
	category?: string;
	precedence?: number;
	into?: string[];
	out_of?: string[];
}
/**
 * The meeting as it stands, for one audience.
 *
 * It holds no null anywhere, because its changes travel as JSON merge patches (RFC 7396), where
 * null means "gone". What changes often is a mapping by seat; what has an order is a list.
 */
export interface View {
	phase: Phase;
	opened?: number;
	closed?: number;
	item?: string;
	item_since?: number;
	readers?: Readers;
	present: {
		[k: string]: true;
	};
	sent_out?: {
		[k: string]: number;
	};
	hands: string[];
	raised?: {
		[k: string]: number;
	};
	floor: HasFloor[];
	stage: OnStage[];
	listeners?: {
		[k: string]: number;
	};
	booths: {
		[k: string]: Booth;
	};
	slow?: {
		[k: string]: number;
	};
	off_record?: number;
	streams: {
		[k: string]: Streams;
	};
	sending?: {
		[k: string]: Sends;
	};
	held?: {
		[k: string]: true;
	};
	captions?: Captions;
	speeches?: {
		[k: string]: number;
	};
	glossary?: number;
	recording?: Recording;
}
/**
 * A seat that has the floor.
 */
export interface HasFloor {
	seat: string;
	since: number;
	microphone: boolean;
	language: string;
}
/**
 * A picture that the chair has put on the stage.
 */
export interface OnStage {
	seat: string;
	source: "camera" | "screen";
}
/**
 * A booth: its interpreters, who of them is live, and what it interprets from.
 */
export interface Booth {
	interpreters: string[];
	live?: string;
	since?: number;
	asked?: number;
	pivot?: string;
}
/**
 * What can be taken from one seat, by source.
 */
export interface Streams {
	microphone?: Stream;
	camera?: Stream;
	screen?: Stream;
	camera_small?: Stream;
	screen_small?: Stream;
}
/**
 * Sound or picture that can be taken now: where, and how to decode it.
 */
export interface Stream {
	path: string;
	codec: string;
	sample_rate?: number;
	channels?: number;
	width?: number;
	height?: number;
}
/**
 * What one seat could be heard and seen with, by source.
 */
export interface Sends {
	microphone?: true;
	camera?: true;
	screen?: true;
}
/**
 * Which captions there are.
 */
export interface Captions {
	offered: string[];
	machine?: string[];
	writing: {
		[k: string]: string;
	};
	behind?: number;
	trouble?: "stopped" | "not_stored";
}
/**
 * How the recording goes, for those who answer for it.
 */
export interface Recording {
	kept: boolean;
	trouble?: "disk_low" | "disk_full" | "cannot_write" | "too_slow";
	video?: number;
}
/**
 * Where the seat takes and publishes sound and picture.
 */
export interface MediaDoor {
	url: string;
	fingerprints: string[];
	tcp: string;
	network: string;
}
/**
 * What changed in the view since revision `rev - 1`, as a JSON merge patch (RFC 7396).
 */
export interface Change {
	type: "change";
	rev: number;
	now: number;
	patch: {
		[k: string]: unknown;
	};
}
/**
 * The command was carried out, its facts are stored; or the note was told to all who
 * read it.
 */
export interface Done {
	type: "done";
	id: number;
}
/**
 * The command was not carried out, and nothing changed; or the note was told to nobody.
 */
export interface Refused {
	type: "refused";
	id: number | null;
	code: RefusalCode;
	sentence: string;
}
/**
 * The last message for this view: the connection is closed, or the seat is outside.
 */
export interface Goodbye {
	type: "goodbye";
	reason: GoodbyeReason;
}
/**
 * The answer to `ping`.
 */
export interface Pong {
	type: "pong";
	id: number;
	now: number;
}
/**
 * A line of a booth's chat, for its interpreters and the chair.
 *
 * After `welcome` the latest come again.
 */
export interface Noted {
	type: "noted";
	id: number;
	booth: string;
	seat: string;
	at: number;
	text: string;
}
/**
 * A line of captions, for the seats that want it.
 *
 * A later one of the same id takes its place.
 */
export interface Caption {
	type: "caption";
	id: number;
	line: number | null;
	version: number;
	seat: string;
	language: string;
	since: number;
	text: string;
	final: boolean;
	writer: Writer;
}
/**
 * The meeting as planned, for everybody: speakers by name, the others as a number by
 * category.
 */
export interface Programme {
	slug: string;
	title: string;
	organiser: string;
	city: string;
	starts: number;
	timezone: string;
	minutes: number;
	languages: string[];
	on_record: boolean;
	categories: Category[];
	items: Item[];
	speakers: {
		[k: string]: Seat;
	};
	expected: {
		[k: string]: number;
	};
	phase: Phase;
	readers?: "public";
}
/**
 * Whose check this is, and of what.
 */
export interface CheckHere {
	title: string;
	organiser: string;
	name: string;
	role: Role | null;
	busy: boolean;
}
/**
 * What a browser found out for "Can I take part?".
 */
export interface CheckResult {
	name?: string;
	verdict: CheckVerdict;
	steps: CheckSteps;
	way: ("udp" | "tcp") | null;
	delay: number | null;
	loss: number | null;
	frame_rate: number | null;
	trouble?: string;
}
/**
 * Each step of a check, in the order in which they are taken.
 */
export interface CheckSteps {
	secure: CheckMark;
	browser: CheckMark;
	server: CheckMark;
	udp: CheckMark;
	tcp: CheckMark;
	loudspeaker: CheckMark;
	microphone: CheckMark;
	camera: CheckMark;
	sound: CheckMark;
	picture: CheckMark;
}
/**
 * Every check that is kept, the newest first.
 */
export interface KeptChecks {
	checks: KeptCheck[];
}
/**
 * A check as the organiser is told of it.
 */
export interface KeptCheck {
	at: number;
	seat: string | null;
	name: string;
	verdict: CheckVerdict;
	trouble: string;
	browser: string;
	way: ("udp" | "tcp") | null;
	delay: number | null;
}
/**
 * The text that somebody is going to speak.
 *
 * Booths, chair and the speaker read it, and nobody else.
 */
export interface Speech {
	seat: string;
	version: number;
	at: number;
	language: string;
	name: string;
	text: string;
	embargo: boolean;
	check: boolean;
}
/**
 * The texts that a seat may read, in the order of the seats.
 */
export interface Speeches {
	speeches: Speech[];
}
/**
 * The answer to a text that was not taken.
 */
export interface SpeechNotTaken {
	fault: SpeechFault;
	sentence: string;
}
/**
 * The meeting's terms, each in several languages.
 */
export interface Glossary {
	version: number;
	languages: string[];
	rows: {
		[k: string]: string;
	}[];
}
/**
 * The answer to a glossary that was not taken: everything that is wrong in it.
 */
export interface GlossaryNotTaken {
	/**
	 * @minItems 1
	 */
	faults: [GlossaryFault, ...GlossaryFault[]];
}
/**
 * One thing that is wrong in a glossary's file.
 */
export interface GlossaryFault {
	line: number | null;
	place: string;
	wrong: string;
	right: string;
}
/**
 * Everything that the organiser's desk shows.
 */
export interface Desk {
	meeting: Meeting;
	phase: Phase;
	lines: Line[];
	quotes: Quote[];
	checked: {
		[k: string]: CheckedWords[];
	};
	published: {
		[k: string]: number;
	};
	languages: string[];
	mails: {
		[k: string]: boolean;
	};
	can_mail: boolean;
}
/**
 * A final line in its newest version.
 */
export interface Line {
	version: number;
	at: number;
	writer: Writer;
	by?: string;
	seat: string;
	language: string;
	text: string;
	translations?: {
		[k: string]: string;
	};
	id: number;
	item?: string;
	since: number;
	until: number;
}
/**
 * A quote: whose words, in which wording, and where it stands with the speaker.
 */
export interface Quote {
	id: number;
	seat: string;
	language: string;
	parts: QuotePart[];
	spans: QuoteSpan[];
	said: string;
	text: string;
	translations: {
		[k: string]: string;
	};
	stage: QuoteStage;
	overridden: boolean;
	remark?: string;
	mailed_at?: number;
	mail_fault?: string;
}
/**
 * Words of one line of the verbatim, in one of its versions.
 */
export interface QuotePart {
	line: number;
	version: number;
	start: number;
	end: number;
}
/**
 * When words of a quote were said, by the server's clock.
 */
export interface QuoteSpan {
	since: number;
	until: number;
}
/**
 * Words of a line beside the text that was given for the speech.
 */
export interface CheckedWords {
	part: "same" | "added" | "left_out";
	text: string;
}
/**
 * What a speaker's page of quotes shows.
 */
export interface AskedQuotes {
	title: string;
	organiser: string;
	name: string;
	quotes: Quote[];
}
/**
 * The communiqué of one language, as its editor shows it.
 */
export interface CommuniqueDesk {
	language: string;
	draft: CommuniqueText;
	remarks: CommuniqueRemark[];
	versions: CommuniqueVersion[];
	findings: CommuniqueRemark[];
	published?: number;
}
/**
 * A communiqué as the desk's editor holds it.
 */
export interface CommuniqueText {
	headline: string;
	text: string;
}
/**
 * What the organiser has to know of a draft or to mend in a text.
 */
export interface CommuniqueRemark {
	code: string;
	quote?: number;
	seat?: string;
	text?: string;
}
/**
 * A communiqué as it was saved, with its version.
 */
export interface CommuniqueVersion {
	headline: string;
	text: string;
	version: number;
	at: number;
	by: string;
}
/**
 * Every published communiqué of a meeting, in the order of the programme's languages.
 */
export interface PublicCommuniques {
	communiques: PublicCommunique[];
}
/**
 * A published communiqué.
 */
export interface PublicCommunique {
	language: string;
	headline: string;
	paragraphs: PublicParagraph[];
}
/**
 * A paragraph, and the clips of the quotes in it.
 */
export interface PublicParagraph {
	text: string;
	clips: PublicClip[];
}
/**
 * Sound of a printed quote.
 */
export interface PublicClip {
	seat: string;
	name: string;
	since: number;
	until: number;
}
/**
 * All that the record's page shows beside the video.
 */
export interface ArchiveContents {
	meeting: Announced;
	seats: {
		[k: string]: Seat;
	};
	phase: Phase;
	opened?: number;
	closed?: number;
	readers?: Readers;
	organiser: boolean;
	kept: boolean;
	records: boolean;
	percent: number;
	duration: number;
	sounds: string[];
	captions: string[];
	chapters: ArchiveChapter[];
	turns: ArchiveTurn[];
	lines: ArchiveLine[];
	spoke: {
		[k: string]: number;
	};
	communiques: string[];
}
/**
 * What everybody may know of a meeting as planned.
 */
export interface Announced {
	slug: string;
	title: string;
	organiser: string;
	city: string;
	starts: number;
	timezone: string;
	minutes: number;
	languages: string[];
	on_record: boolean;
	categories: Category[];
	items: Item[];
}
/**
 * A part of the video that can be gone to by name.
 */
export interface ArchiveChapter {
	at: number;
	title: string;
}
/**
 * That a seat had the floor, for as long as the video shows it.
 */
export interface ArchiveTurn {
	seat: string;
	at: number;
	until: number;
}
/**
 * A line of the verbatim, in step with the video.
 */
export interface ArchiveLine {
	id: number;
	seat: string;
	item?: string;
	at?: number;
	until?: number;
	language: string;
	text: string;
	translations: {
		[k: string]: string;
	};
}
/**
 * The lines that hold what was asked for.
 */
export interface ArchiveFound {
	lines: number[];
}
/**
 * To whom the organiser opens the record; null: to nobody else.
 */
export interface ArchiveReaders {
	to: Readers | null;
}
/**
 * A line as somebody wrote it down.
 *
 * Versions are never changed; a correction is the next one.
 */
export interface LineVersion {
	version: number;
	at: number;
	writer: Writer;
	by?: string;
	seat: string;
	language: string;
	text: string;
	translations?: {
		[k: string]: string;
	};
}
