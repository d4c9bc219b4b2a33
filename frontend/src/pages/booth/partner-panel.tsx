import { BoothChat } from "@/controls";
import { boothSigns, booth as dictionary, languageName, ownName, t } from "@/i18n";
import { handoverOffer } from "@/state";
import { Button, OnAir } from "@/ui";
import { type Partner, partnersOf } from "./booth-state";
import { Countdown } from "./countdown";
import { capFor } from "./keys";
import type { PanelProps } from "./props";
import { nameOf } from "./state-bar";

/** With whom I share the booth, the handover, and the notes among us. */
export function PartnerPanel({ model, meeting, view }: PanelProps) {
	const strings = t(dictionary).partner;
	const booth = model.booth.value;
	const partners = partnersOf(view, model.me, booth);
	const listeners = view.listeners?.[booth] ?? 0;
	return (
		<section class="panel booth-partner" aria-labelledby="booth-partner-title">
			<div class="booth-panel-head">
				<h2 id="booth-partner-title">{strings.title}</h2>
				<p class="soft tabular">{strings.listeners(listeners)}</p>
			</div>
			{partners.length === 0 && <p class="soft">{strings.none}</p>}
			{partners.length > 0 && (
				<ul class="booth-partners">
					{partners.map((partner) => (
						<li key={partner.key} data-partner={partner.key} data-live={partner.live}>
							<strong>{nameOf(meeting, partner.key)}</strong>
							<span class="booth-partner-state">
								{partner.live && <OnAir />}
								{stateOf(partner)}
							</span>
						</li>
					))}
				</ul>
			)}
			<Handover model={model} view={view} />
			<h3 class="booth-chat-title">{t(boothSigns).chat.title(ownName(booth))}</h3>
			<BoothChat
				link={model.link}
				meeting={meeting}
				booth={booth}
				outbox={model.outbox}
				shortcut={capFor("chat")}
				fieldId="booth-chat-field"
			/>
		</section>
	);
}

function stateOf(partner: Partner): string | null {
	const strings = t(dictionary).partner;
	if (partner.live) return partner.held ? strings.held : partner.present ? null : strings.absent;
	if (partner.elsewhere !== null) return strings.elsewhere(languageName(partner.elsewhere));
	if (!partner.present) return strings.absent;
	return partner.ready ? strings.ready : strings.noMicrophone;
}

/** What the live interpreter does to be relieved. Whoever relieves has the great button for it. */
function Handover({ model, view }: Pick<PanelProps, "model" | "view">) {
	const strings = t(dictionary).partner;
	const offer = handoverOffer(view, model.me, model.booth.value);
	const asked = view.booths[model.booth.value]?.asked;
	if (offer === null) return null;
	if (asked !== undefined) {
		return (
			<div class="booth-handover">
				<p role="status">{strings.asked}</p>
				<Countdown asked={asked} now={model.now} />
				<Button shortcut={capFor("handover")} onClick={() => void model.handover()}>
					{strings.withdraw}
				</Button>
			</div>
		);
	}
	return (
		<Button
			class="booth-wide"
			size="large"
			shortcut={capFor("handover")}
			unavailable={offer.because === null ? undefined : strings.nobody}
			onClick={() => void model.handover()}
		>
			{strings.ask}
		</Button>
	);
}
