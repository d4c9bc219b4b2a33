import { useId } from "preact/hooks";
import { captions as dictionary, ownTitle, t } from "@/i18n";
import type { Link } from "@/link";
import { icons } from "@/ui";
import { MenuPanel } from "../menu-panel";
import { read, reading, SIZES, wantedOf } from "./choice";
import "./captions.css";

/**
 * Which captions are read, how large and on what ground. Nothing where nobody and nothing writes
 * any.
 */
export function CaptionsMenu({ link }: { link: Link }) {
	const view = link.view.value;
	if (view?.captions === undefined) return null;
	const strings = t(dictionary);
	const wanted = wantedOf(reading.value, view);
	return (
		<MenuPanel
			class="captions-menu"
			icon={icons.captions}
			label={`${strings.title}: ${captionsName(wanted)}`}
			panel={
				<>
					<Choices offered={view.captions.offered} wanted={wanted} />
					<Look />
				</>
			}
		>
			<span class="controls-words" lang={wanted === "original" ? undefined : (wanted ?? undefined)}>
				{wanted === null ? strings.title : captionsName(wanted)}
			</span>
		</MenuPanel>
	);
}

/** Captions by their language's own name. */
export function captionsName(wanted: string | null): string {
	const strings = t(dictionary);
	if (wanted === null) return strings.off;
	return wanted === "original" ? strings.original : ownTitle(wanted);
}

function Choices({ offered, wanted }: { offered: readonly string[]; wanted: string | null }) {
	const strings = t(dictionary);
	const name = useId();
	return (
		<fieldset class="channel-choices captions-choices">
			<legend>{strings.title}</legend>
			{[null, ...offered].map((one) => (
				<label key={one ?? ""} class="channel-choice" data-state="original">
					<input type="radio" name={name} checked={wanted === one} onChange={() => read({ wanted: one })} />
					<span class="channel-name" lang={one === "original" ? undefined : (one ?? undefined)}>
						{captionsName(one)}
					</span>
					{one === "original" && <span class="channel-state">{strings.originalNote}</span>}
				</label>
			))}
		</fieldset>
	);
}

function Look() {
	const strings = t(dictionary);
	const id = useId();
	const { size, contrast } = reading.value;
	return (
		<div class="captions-look">
			<label for={id}>{strings.size}</label>
			<select
				id={id}
				value={size}
				onChange={({ currentTarget }) =>
					read({ size: SIZES.find((one) => one === Number(currentTarget.value)) ?? 0 })
				}
			>
				{SIZES.map((one) => (
					<option key={one} value={one}>
						{strings.sizes[one]}
					</option>
				))}
			</select>
			<label class="captions-contrast">
				<input
					type="checkbox"
					checked={contrast}
					onChange={({ currentTarget }) => read({ contrast: currentTarget.checked })}
				/>
				{strings.contrast}
			</label>
		</div>
	);
}
