import { desk as dictionary, t } from "@/i18n";
import { Button, toast } from "@/ui";
import type { RecordDesk } from "./desk";

/** The words that were taken for a quote, and what makes one of them. */
export function Basket({ desk }: { desk: RecordDesk }) {
	const strings = t(dictionary);
	const parts = desk.basket.value;
	const first = parts[0] && desk.lines.value.get(parts[0].line);
	const make = async (): Promise<void> => {
		if (await desk.makeQuote()) toast({ text: strings.made });
	};
	return (
		<section class="record-basket" aria-label={strings.basket} aria-live="polite" hidden={!first}>
			{first && (
				<>
					<p>
						<span class="soft">{strings.basket}: </span>
						<strong>{desk.name(first.seat)}</strong>
					</p>
					<blockquote lang={first.language}>
						{parts
							.map(({ line, start, end }) => desk.lines.value.get(line)?.text.slice(start, end) ?? "")
							.join(" … ")}
					</blockquote>
					<p class="soft">{strings.basketHelp}</p>
					<div class="record-line-acts">
						<Button kind="primary" onClick={() => void make()}>
							{strings.makeQuote}
						</Button>
						<Button
							onClick={() => {
								desk.basket.value = [];
							}}
						>
							{strings.clearBasket}
						</Button>
					</div>
				</>
			)}
		</section>
	);
}
