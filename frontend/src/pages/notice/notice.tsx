import { useEffect } from "preact/hooks";
import { type NoticeCode, notice, t } from "@/i18n";
import { Button, EmptyState, PageHeader } from "@/ui";
import "./notice.css";

/** Says in one sentence why another page cannot be shown, and what to do. */
export function Notice() {
	const code = codeOf(document.querySelector<HTMLMetaElement>('meta[name="hemicycle:notice"]')?.content);
	const strings = t(notice);
	const { title, help } = strings[code];
	useEffect(() => {
		document.title = `${title} · Hemicycle`;
	}, [title]);
	return (
		<>
			<PageHeader title="Hemicycle" heading={false} />
			<main id="main" class="notice" data-notice={code}>
				<EmptyState title={title} heading>
					<p class="notice-help">{help}</p>
					{code === "server_error" && (
						<Button kind="primary" onClick={() => location.reload()}>
							{strings.again}
						</Button>
					)}
				</EmptyState>
			</main>
		</>
	);
}

function codeOf(content: string | undefined): NoticeCode {
	return content !== undefined && Object.hasOwn(t(notice), content) && content !== "again"
		? (content as NoticeCode)
		: "not_found";
}
