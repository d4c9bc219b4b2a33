import { describe, expect, it } from "vitest";
import type { Memory } from "@/state";
import { BlockedNetworks } from "./blocked-networks";

function memory(content?: string): Memory & { content: string | null } {
	return {
		content: content ?? null,
		getItem() {
			return this.content;
		},
		setItem(_, value) {
			this.content = value;
		},
	};
}

describe("BlockedNetworks", () => {
	it("remembers a network for half an hour, across pages", () => {
		let now = 1_000_000_000;
		const shared = memory();
		new BlockedNetworks(shared, () => now).add("hotel");
		const later = new BlockedNetworks(shared, () => now);
		expect(later.has("hotel")).toBe(true);
		expect(later.has("office")).toBe(false);
		now += 29 * 60_000;
		expect(later.has("hotel")).toBe(true);
		now += 61_000;
		expect(later.has("hotel")).toBe(false);
		later.add("ship");
		expect(Object.keys(JSON.parse(shared.content ?? ""))).toEqual(["ship"]);
	});

	it("forgets a network at once where UDP came through", () => {
		const networks = new BlockedNetworks(memory());
		networks.add("hotel");
		networks.delete("hotel");
		expect(networks.has("hotel")).toBe(false);
	});

	it.each(["no JSON", "null", '{"hotel":"yes"}', "7"])("does without what it cannot read: %s", (content) => {
		expect(new BlockedNetworks(memory(content)).has("hotel")).toBe(false);
	});

	it("does without a memory, and with one that is full", () => {
		const none = new BlockedNetworks(null);
		none.add("hotel");
		expect(none.has("hotel")).toBe(false);
		const full = new BlockedNetworks({
			getItem: () => null,
			setItem() {
				throw new DOMException("full", "QuotaExceededError");
			},
		});
		full.add("hotel");
		expect(full.has("hotel")).toBe(false);
	});
});
