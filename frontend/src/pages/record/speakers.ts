import { plateOf } from "@/ui";
import type { ArchiveContents } from "@/wire/protocol";

/** How many colours tell speakers apart; after them they come again, and the letter tells. */
const TONES = 7;

/** Which colour stands for a speaker, from 1: those who spoke longest come first. */
export function toneOf({ spoke }: Pick<ArchiveContents, "spoke">, seat: string): number {
	const place = Object.keys(spoke).indexOf(seat);
	return place < 0 ? 0 : 1 + (place % TONES);
}

/** The letter that stands for a speaker beside the colour: A, B, C, … */
export function letterOf({ spoke }: Pick<ArchiveContents, "spoke">, seat: string): string {
	const place = Object.keys(spoke).indexOf(seat);
	return place < 0 ? "" : String.fromCharCode(65 + (place % 26));
}

/** The name on a seat's plate; empty where nobody is known. */
export function nameOf(seats: ArchiveContents["seats"], seat: string): string {
	const known = seats[seat];
	return known ? plateOf(known).head : "";
}
