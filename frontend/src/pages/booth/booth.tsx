import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { booth as dictionary, t } from "@/i18n";
import type { Link } from "@/link";
import { IncomingSound, moved, Player, Publisher, rememberedDevice } from "@/media";
import { EmptyState, KeyboardButton, MeetingPage } from "@/ui";
import type { Glossary, Meeting, View } from "@/wire/protocol";
import { FloorPanel } from "./floor-panel";
import { GlossaryPanel } from "./glossary-panel";
import { otherBooths } from "./incoming";
import { IncomingPanel } from "./incoming-panel";
import { Keys, keyboard, useKeys } from "./keyboard";
import { BoothModel } from "./model";
import { OutgoingPanel } from "./outgoing-panel";
import { useFetched } from "./own-texts";
import { PartnerPanel } from "./partner-panel";
import type { PanelProps } from "./props";
import { StateBar } from "./state-bar";
import { scrollText, TextPanel } from "./text-panel";
import "./booth.css";
import "./incoming-panel.css";
import "./outgoing-panel.css";
import "./partner-panel.css";
import "./floor-panel.css";
import "./text-panel.css";
import "./glossary-panel.css";

/** The panels of the page, in the order of the keyboard. A subject adds its file, and its line here. */
const PANELS: readonly ComponentType<PanelProps>[] = [
	StateBar,
	IncomingPanel,
	PartnerPanel,
	OutgoingPanel,
	FloorPanel,
	TextPanel,
	GlossaryPanel,
];

/** The interpreter's page. */
export function BoothPage({ link }: { link: Link }) {
	const meeting = link.meeting.value;
	const view = link.view.value;
	return (
		<MeetingPage link={link} page={t(dictionary).page} head={<KeyboardButton keyboard={keyboard} />}>
			{meeting && view ? (
				<>
					<Interpreter link={link} meeting={meeting} view={view} />
					<Keys />
				</>
			) : null}
		</MeetingPage>
	);
}

interface InterpreterProps {
	link: Link;
	meeting: Meeting;
	view: View;
}

/** Has the interpreter's devices for as long as the seat is theirs: with a goodbye they are let go. */
function Interpreter({ link, meeting, view }: InterpreterProps) {
	const [model, setModel] = useState<BoothModel | null>(null);
	useEffect(() => {
		const sound = new IncomingSound();
		const player = new Player(link, { insert: sound.insert, local: true });
		const own = new BoothModel(link, { player, publisher: new Publisher(link), sound });
		setModel(own);
		void openIfAllowed(own);
		return () => own.close();
	}, [link]);
	if (model === null) return <main id="main" class="meeting-out" />;
	if (model.own.length === 0) {
		return (
			<main id="main" class="meeting-out">
				<EmptyState title={t(dictionary).noBooth} />
			</main>
		);
	}
	return <Inside model={model} meeting={meeting} view={view} />;
}

function Inside(props: Omit<PanelProps, "glossary">) {
	const { model, view } = props;
	const version = view.glossary ?? 0;
	const glossary = useFetched<Glossary>("glossary", version > 0 ? version : null);
	useKeys({
		cough: (held) => {
			model.silence.coughing.value = held;
		},
		act: (action, nth) => {
			switch (action) {
				case "mute":
					model.silence.muted.value = !model.silence.muted.peek();
					break;
				case "take":
				case "leave":
					// Neither key does the other's work: what is pressed twice must not undo itself.
					if ((model.state?.action === "leave") === (action === "leave")) void model.goLiveOrStop();
					break;
				case "handover":
					void model.handover();
					break;
				case "slow":
					model.slow();
					break;
				case "source": {
					const booth = [null, ...otherBooths(view, model.booth.peek())][nth];
					if (booth !== undefined) model.listenTo(booth);
					break;
				}
				case "louder":
				case "softer":
					model.sound.tone.value = moved(model.sound.tone.peek(), "volume", action === "louder" ? 1 : -1);
					break;
				case "direction":
					model.turn();
					break;
				case "text":
					focus("booth-text");
					break;
				case "down":
				case "up":
					scrollText(action === "down" ? 1 : -1);
					break;
				case "glossary":
					focus("booth-glossary-find");
					break;
				case "chat":
					focus("booth-chat-field");
					break;
				case "keys":
					keyboard.open.value = true;
					break;
				default:
					action satisfies never;
			}
		},
	});
	return (
		<main id="main" class="booth" data-air={model.state?.onAir ?? false}>
			{PANELS.map((Panel, place) => (
				<Panel key={place} {...props} glossary={glossary} />
			))}
		</main>
	);
}

function focus(id: string): void {
	const element = document.getElementById(id);
	element?.scrollIntoView({ block: "nearest" });
	element?.focus();
}

/** Where the browser need not ask, the page begins with the microphone on: that sends nothing yet. */
async function openIfAllowed(model: BoothModel): Promise<void> {
	try {
		const { state } = await navigator.permissions.query({ name: "microphone" });
		if (state === "granted") await model.useMicrophone(rememberedDevice("microphone"));
	} catch {
		// A browser that does not tell lets the interpreter press the button.
	}
}
