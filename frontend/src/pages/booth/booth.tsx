import { useEffect, useState } from "preact/hooks";
import { booth as dictionary, t, ui } from "@/i18n";
import type { Link } from "@/link";
import { canPlay, IncomingSound, moved, Player, Publisher, rememberedDevice } from "@/media";
import { EmptyState, Farewell, KeyboardButton, LinkBanner, PageHeader, RecordBand, Toasts } from "@/ui";
import type { Meeting, View } from "@/wire/protocol";
import { FloorPanel } from "./floor-panel";
import type { Glossary } from "./glossary";
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
import "./panels.css";

const able = canPlay();

/** The interpreter's page. */
export function BoothPage({ link }: { link: Link }) {
	const meeting = link.meeting.value;
	const view = link.view.value;
	const state = link.state.value;
	const title = meeting?.title ?? "Hemicycle";
	const page = t(dictionary).page;
	useEffect(() => {
		document.title = `${page} · ${title}`;
	}, [page, title]);
	if (state.kind === "goodbye") {
		return (
			<>
				<PageHeader title={title} />
				<main id="main" class="booth-out">
					<EmptyState title={t(ui).goodbye[state.reason]}>
						<Farewell link={link} reason={state.reason} brief />
					</EmptyState>
				</main>
			</>
		);
	}
	return (
		<>
			<PageHeader title={title} heading={meeting !== null}>
				<KeyboardButton keyboard={keyboard} />
			</PageHeader>
			<RecordBand link={link} />
			<LinkBanner link={link} />
			{meeting && view ? (
				<Interpreter link={link} meeting={meeting} view={view} />
			) : (
				<main id="main" class="booth-out" />
			)}
			<Toasts />
			<Keys />
		</>
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
	if (model === null) return <main id="main" class="booth-out" />;
	if (model.own.length === 0) {
		return (
			<main id="main" class="booth-out">
				<EmptyState title={t(dictionary).noBooth} />
			</main>
		);
	}
	return <Inside model={model} meeting={meeting} view={view} />;
}

function Inside(props: PanelProps) {
	const { model, view } = props;
	const version = view.glossary ?? 0;
	const glossary = useFetched<Glossary>("glossary", version > 0 ? version : null);
	useKeys({
		cough: (held) => {
			model.silence.coughing.value = held;
		},
		act: (deed, nth) => {
			switch (deed) {
				case "mute":
					model.silence.muted.value = !model.silence.muted.peek();
					break;
				case "take":
				case "leave":
					// Neither key does the other's work: what is pressed twice must not undo itself.
					if ((model.state?.act === "leave") === (deed === "leave")) void model.goLiveOrStop();
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
					model.sound.tone.value = moved(model.sound.tone.peek(), "volume", deed === "louder" ? 1 : -1);
					break;
				case "direction":
					model.turn();
					break;
				case "text":
					focus("booth-text");
					break;
				case "down":
				case "up":
					scrollText(deed === "down" ? 1 : -1);
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
					deed satisfies never;
			}
		},
	});
	return (
		<main id="main" class="booth" data-air={model.state?.onAir ?? false}>
			<StateBar {...props} />
			<IncomingPanel {...props} able={able} />
			<PartnerPanel {...props} />
			<OutgoingPanel {...props} />
			<FloorPanel {...props} />
			<TextPanel {...props} glossary={glossary.thing} />
			<GlossaryPanel {...props} glossary={glossary} />
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
