import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { communique as dictionary, ownName, language as pageLanguage, t } from "@/i18n";
import { ask } from "@/state";
import { Clip } from "@/ui";
import type { PublicCommunique, PublicCommuniques } from "@/wire/protocol";
import "./communique.css";

const FORMATS = ["pdf", "docx", "html", "md"] as const;

/** The press report, once the organiser has published one: in the page's language where there is one in it. */
export function Communique({ slug }: { slug: string }) {
	const found = useSignal<readonly PublicCommunique[]>([]);
	const chosen = useSignal<string | null>(null);
	const id = useId();
	const strings = t(dictionary);
	const here = `/m/${encodeURIComponent(slug)}`;
	useEffect(() => {
		void ask<PublicCommuniques>(`${here}/communique`).then((answer) => {
			if (answer.ok) found.value = answer.value.communiques;
		});
	}, [here, found]);
	const all = found.value;
	const wanted = chosen.value ?? pageLanguage.value;
	const shown = all.find(({ language }) => language === wanted) ?? all[0];
	if (!shown) return null;
	return (
		<section id="communique" class="announcement-part public-communique" aria-labelledby={id}>
			<div class="public-communique-head">
				<h2 id={id}>{strings.public}</h2>
				{all.length > 1 && (
					<select
						class="public-communique-language"
						aria-label={strings.language}
						value={shown.language}
						onChange={(event) => {
							chosen.value = event.currentTarget.value;
						}}
					>
						{all.map(({ language }) => (
							<option key={language} value={language} lang={language}>
								{ownName(language)}
							</option>
						))}
					</select>
				)}
			</div>
			<article lang={shown.language}>
				<h3>{shown.headline}</h3>
				{shown.paragraphs.map(({ text, clips }, place) => (
					<div key={`${place}`}>
						<p>{text}</p>
						{clips.map((clip) => (
							<Clip key={clip.since} base={here} {...clip} />
						))}
					</div>
				))}
			</article>
			<p class="public-communique-files">
				<span class="soft">{strings.exports}</span>
				{FORMATS.map((format) => (
					<a key={format} href={`${here}/communique/${shown.language}.${format}`} download>
						{format.toUpperCase()}
					</a>
				))}
			</p>
		</section>
	);
}
