import type { QuotePart } from "@/wire/protocol";

/** The words that are selected in the page, as parts of lines; each line's text carries its number and version. */
export function selectedParts(selection: Selection | null): QuotePart[] {
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
	const range = selection.getRangeAt(0);
	const parts: QuotePart[] = [];
	for (const element of document.querySelectorAll<HTMLElement>("[data-line]")) {
		const text = element.firstChild;
		if (!(text instanceof Text) || !range.intersectsNode(text)) continue;
		const start = range.startContainer === text ? range.startOffset : 0;
		const end = range.endContainer === text ? range.endOffset : text.length;
		if (start < end) {
			parts.push({
				line: Number(element.dataset.line),
				version: Number(element.dataset.version),
				start,
				end,
			});
		}
	}
	return parts;
}
