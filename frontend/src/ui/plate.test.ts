import { describe, expect, it } from "vitest";
import { plateOf } from "./plate";

describe("plateOf", () => {
	it.each([
		[
			{ name: "Cheon Myeong Guk", title: "Research Fellow", organisation: "KIDA" },
			{ head: "Cheon Myeong Guk", below: ["Research Fellow", "KIDA"] },
		],
		[
			{ name: "Ku Hong-seok", title: "Ambassador of Korea", organisation: "Korea" },
			{ head: "Ku Hong-seok", below: ["Ambassador of Korea"] },
		],
		[
			{ name: "Representative", title: "Representative", organisation: "Embassy of Armenia" },
			{ head: "Embassy of Armenia", below: ["Representative"] },
		],
		[
			{ name: "A. Person", title: "", organisation: "" },
			{ head: "A. Person", below: [] },
		],
		[
			{ name: "Chair", title: "Chair", organisation: "" },
			{ head: "Chair", below: [] },
		],
	])("says of %j: %j", (seat, plate) => {
		expect(plateOf(seat)).toEqual(plate);
	});
});
