import { expect, test } from "vitest";
import type { KeptCheck } from "@/wire/protocol";
import { newest } from "./checked";

const check = (at: number, seat: string | null, verdict: KeptCheck["verdict"]): KeptCheck => ({
	at,
	seat,
	verdict,
	name: "",
	trouble: "",
	browser: "Firefox",
	way: "udp",
	delay: 40,
});

test("of each seat the newest counts, and what has to be seen to comes first", () => {
	const checks = [
		check(5, "france", "ready"),
		check(4, null, "weak"),
		check(3, "france", "cannot"),
		check(2, "korea", "cannot"),
		check(1, null, "weak"),
	];
	expect(newest(checks).map(({ at }) => at)).toEqual([2, 4, 1, 5]);
});
