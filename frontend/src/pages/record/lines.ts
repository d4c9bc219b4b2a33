import type { ArchiveLine } from "@/wire/protocol";

/** Lines that one seat said in a row. */
export interface Turn {
	seat: string;
	lines: ArchiveLine[];
}

/** The lines by who said them, in their order. */
export function turnsOf(lines: readonly ArchiveLine[]): Turn[] {
	const turns: Turn[] = [];
	for (const line of lines) {
		const last = turns.at(-1);
		if (last?.seat === line.seat) last.lines.push(line);
		else turns.push({ seat: line.seat, lines: [line] });
	}
	return turns;
}

/** The line that is said at a time of the video, in ms: the last one that has begun. */
export function lineAt(lines: readonly ArchiveLine[], at: number): number | null {
	let found: number | null = null;
	for (const line of lines) if (line.at !== undefined && line.at <= at) found = line.id;
	return found;
}

/** A line's words in a language: translated where they are, else as they were said. */
export function wordsIn(line: ArchiveLine, language: string | null): { text: string; language: string } {
	const translated = language === null ? undefined : line.translations[language];
	return translated ? { text: translated, language: language ?? "" } : line;
}

/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
	text: string;
	found: boolean;
}

/** A text in pieces, those found that begin words of which `query` has the beginnings. */
export function pieces(text: string, query: string): Piece[] {
	const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
	if (words.length === 0) return [{ text, found: false }];
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})[\\p{L}\\p{N}]*`, "giu");
	const cut: Piece[] = [];
	let at = 0;
	for (const match of text.matchAll(pattern)) {
		if (match.index > at) cut.push({ text: text.slice(at, match.index), found: false });
		cut.push({ text: match[0], found: true });
		at = match.index + match[0].length;
	}
	if (at < text.length) cut.push({ text: text.slice(at), found: false });
	return cut;
}
