import type { Seat } from "@/wire/protocol";

/** The two lines of a nameplate. */
export interface Plate {
	head: string;
	below: string[];
}

/**
 * The words of a nameplate: the person's name over title and organisation.
 *
 * Where nobody's name is known, the name of a seat is its title ("Representative"), and the plate
 * says whom it stands for, as plates on a table do: the organisation over the title.
 */
export function plateOf(seat: Pick<Seat, "name" | "title" | "organisation">): Plate {
	const { name, title, organisation } = seat;
	if ((name === title || name === "") && organisation !== "")
		return { head: organisation, below: some([title]) };
	return {
		head: name,
		below: some([title === name ? "" : title, title.includes(organisation) ? "" : organisation]),
	};
}

function some(words: string[]): string[] {
	return words.filter((word) => word !== "");
}
