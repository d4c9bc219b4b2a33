import { record as dictionary, ownTitle, t } from "@/i18n";
import type { ArchiveContents } from "@/wire/protocol";
import { base } from "./contents";

const FORMATS = ["pdf", "docx", "html", "md"] as const;

/** What can be taken away: verbatim, communiqué, video and sound. */
export function Documents({ contents }: { contents: ArchiveContents }) {
	const strings = t(dictionary);
	const { slug } = contents.meeting;
	const made = contents.kept && contents.percent === 100;
	return (
		<section class="record-part" aria-labelledby="documents">
			<h2 id="documents">{strings.documents}</h2>
			<ul class="record-documents">
				{contents.communiques.length > 0 && (
					<li>
						<a href={`/m/${slug}#communique`}>{strings.communique}</a>
					</li>
				)}
				{contents.lines.length > 0 &&
					FORMATS.map((format) => (
						<li key={format}>
							<a href={`${base}/verbatim.${format}`} download>
								{strings.verbatimAs(format.toUpperCase())}
							</a>
						</li>
					))}
				{made && (
					<li>
						<a href={`${base}/video.mp4`} download={`${slug}.mp4`}>
							{strings.videoFile}
						</a>
					</li>
				)}
				{made &&
					contents.sounds.map((channel) => (
						<li key={channel}>
							<a href={`${base}/sound-${channel}.m4a`} download={`${slug}-${channel}.m4a`}>
								{strings.soundFile(channel === "original" ? strings.original : ownTitle(channel))}
							</a>
						</li>
					))}
				{contents.captions.map((code) => (
					<li key={code}>
						<a href={`${base}/captions-${code}.vtt`} download={`${slug}-${code}.vtt`}>
							{strings.captionsFile(ownTitle(code))}
						</a>
					</li>
				))}
			</ul>
			{contents.organiser && (
				<p class="soft">
					{strings.bag}{" "}
					<code>
						hemicycle archive {slug} -o {slug}
					</code>
				</p>
			)}
		</section>
	);
}
