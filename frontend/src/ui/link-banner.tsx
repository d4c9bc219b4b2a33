import { second, t, ui } from "@/i18n";
import type { Link } from "@/link";
import type { GoodbyeReason } from "@/wire/protocol";
import { Button } from "./button";
import { useSeconds } from "./clock";
import "./link-banner.css";

/** What the banner needs of a link. */
export type BannerLink = Pick<Link, "state" | "now" | "rejoin">;

/**
 * A band that says how the page's connection is while it is not live.
 *
 * The page beneath stays as it was. It is there, empty, while all is well, so that assistive
 * technology hears what comes into it.
 */
export function LinkBanner({ link }: { link: BannerLink }) {
	const state = link.state.value;
	const strings = t(ui);
	return (
		<div class="link-banner" data-kind={state.kind} role="status">
			{state.kind === "connecting" && <p class="link-banner-band">{strings.connecting}</p>}
			{state.kind === "lost" && (
				<div class="link-banner-band link-banner-lost">
					<p>{strings.lost(second(state.since))}</p>
					<NextTry link={link} at={state.retryAt} />
				</div>
			)}
			{state.kind === "goodbye" && (
				<div class="link-banner-band link-banner-lost">
					<Farewell link={link} reason={state.reason} />
				</div>
			)}
		</div>
	);
}

export interface FarewellProps {
	link: BannerLink;
	reason: GoodbyeReason;
	/** Leaves out the reason, which stands above already. */
	brief?: boolean;
}

/** Why the view ended, and what can be done about it. */
export function Farewell({ link, reason, brief = false }: FarewellProps) {
	const strings = t(ui);
	return (
		<div class="farewell">
			<p>
				{!brief && <strong>{strings.goodbye[reason]} </strong>}
				{strings.goodbyeDo[reason]}
			</p>
			{reason === "replaced" && (
				<Button kind="primary" onClick={() => link.rejoin()}>
					{strings.continueHere}
				</Button>
			)}
		</div>
	);
}

/**
 * The countdown to the next attempt. It is hidden from assistive technology, which would read each
 * second.
 */
function NextTry({ link, at }: { link: BannerLink; at: number }) {
	const seconds = Math.ceil((at - useSeconds(() => link.now(), at).value) / 1000);
	return (
		<p class="tabular" aria-hidden="true">
			{seconds > 0 ? t(ui).nextTry(seconds) : t(ui).tryingNow}
		</p>
	);
}
